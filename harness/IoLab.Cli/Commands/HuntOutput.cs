using System.Globalization;
using System.Text.Json;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Differential.SelfTest;

namespace IoLab.Cli.Commands;

/// <summary>Prints what came of hunting mutants.</summary>
internal static class HuntOutput
{
    private const string No = "-";

    /// <summary>What came of one mutant, in a line.</summary>
    public static string Line(HuntResult one) => one.IsFound
        ? $"{one.Mutant.Id}: found by {Words(one.FoundBy)} in {Programs(one.Programs)}, {Seconds(one.Time)}; {one.Component}; {one.Lines} lines in {Seconds(one.ReductionTime)}"
        : $"{one.Mutant.Id}: not found in {Programs(one.Programs)}, {Seconds(one.Time)}";

    /// <summary>Prints both matrices and the scores.</summary>
    public static void WriteText(CliHost host, HuntMatrix matrix)
    {
        host.Out.WriteLine("one machine has the bug:");
        var table = new ConsoleTable("mutant", "in", "found by", ">programs", ">time", "component named", ">lines", ">reduced in", "corpus");
        foreach (HuntResult one in matrix.OneSided)
        {
            table.Add(
                one.Mutant.Id, one.Machine, one.IsFound ? Cell.Good(Words(one.FoundBy)) : Cell.Bad("MISSED"), Count(one.Programs), Seconds(one.Time),
                !one.IsFound ? Cell.Quiet(No) : one.IsLocalised ? Cell.Good(one.Component!) : Cell.Bad($"{one.Component} (is {one.Mutant.Component})"),
                !one.IsFound ? Cell.Quiet(No) : one.Lines <= HuntMatrix.MostLines ? $"{one.Lines}" : Cell.Bad($"{one.Lines}"),
                one.IsFound ? Seconds(one.ReductionTime) : Cell.Quiet(No), one.Case ?? No);
        }

        table.Write(host);
        if (matrix.Shared.Count > 0)
        {
            host.Out.WriteLine();
            host.Out.WriteLine("all machines have it:");
            var shared = new ConsoleTable("mutant", "found by", "corpus", ">reference");
            foreach (SharedResult one in matrix.Shared)
            {
                shared.Add(one.Mutant.Id, one.IsFound ? Cell.Good(Words(one.FoundBy)) : Cell.Bad("MISSED"), one.Case ?? No, one.ReferencePrograms is { } programs ? Programs(programs) : No);
            }

            shared.Write(host);
        }

        host.Out.WriteLine();
        host.Out.WriteLine($"{(matrix.IsPassed ? "PASS" : "FAIL")}: {Of(matrix.OneSided, one => one.IsFound)} found, {Of(Found(matrix), one => one.IsLocalised)} of them in the right component, "
            + $"{Of(Found(matrix), one => one.Lines <= HuntMatrix.MostLines)} in at most {HuntMatrix.MostLines} lines; of all machines at once {Of(matrix.Shared, one => one.IsFound)}");
    }

    /// <summary>The same for programs.</summary>
    public static void WriteJson(Stream output, HuntMatrix matrix) => JsonOutput.Write(output, "iolab-selftest-full/1", json =>
    {
        json.WriteBoolean("passed", matrix.IsPassed);
        json.WriteFinite("found", matrix.Found);
        json.WriteFinite("localised", matrix.Localised);
        json.WriteFinite("reduced", matrix.Reduced);
        json.WriteFinite("sharedFound", matrix.SharedFound);
        json.WriteStartArray("oneSided");
        foreach (HuntResult one in matrix.OneSided) Write(json, one);
        json.WriteEndArray();
        json.WriteStartArray("shared");
        foreach (SharedResult one in matrix.Shared) Write(json, one);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, HuntResult one)
    {
        json.WriteStartObject();
        json.WriteString("mutant", one.Mutant.Id);
        json.WriteString("component", one.Mutant.Component);
        json.WriteString("machine", one.Machine);
        json.WriteString("foundBy", one.IsFound ? Words(one.FoundBy) : null);
        json.WriteNumber("programs", one.Programs);
        json.WriteNumber("seconds", one.Time.TotalSeconds);
        json.WriteNumber("doubtful", one.Doubtful);
        json.WriteString("origin", one.Origin);
        json.WriteString("disagreement", one.Disagreement is { } kind ? $"{kind.Kind}, {kind.Outcomes}" : null);
        json.WriteString("reduced", one.Reduced);
        json.WriteNumber("lines", one.Lines);
        json.WriteNumber("reductionSeconds", one.ReductionTime.TotalSeconds);
        json.WriteNumber("reductionTests", one.ReductionTests);
        json.WriteString("location", one.Location);
        json.WriteString("named", one.Component);
        json.WriteString("evidence", one.Evidence);
        json.WriteString("case", one.Case);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SharedResult one)
    {
        json.WriteStartObject();
        json.WriteString("mutant", one.Mutant.Id);
        json.WriteString("component", one.Mutant.Component);
        json.WriteString("foundBy", one.IsFound ? Words(one.FoundBy) : null);
        json.WriteString("case", one.Case);
        if (one.ReferencePrograms is { } programs) json.WriteNumber("referencePrograms", programs);
        else json.WriteNull("referencePrograms");
        json.WriteString("referenceDifference", one.ReferenceDifference);
        json.WriteEndObject();
    }

    private static HuntResult[] Found(HuntMatrix matrix) => [.. matrix.OneSided.Where(one => one.IsFound)];

    private static string Of<T>(IReadOnlyList<T> all, Func<T, bool> isGood) => $"{all.Count(isGood)} of {all.Count}";

    private static string Words(HuntOracles oracles) => oracles.ToString().ToLowerInvariant();

    private static string Programs(long count) => count == 1 ? "1 program" : $"{Count(count)} programs";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
