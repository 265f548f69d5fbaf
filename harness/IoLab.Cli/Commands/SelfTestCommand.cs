using System.Text.Json;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.SelfTest;
using IoLab.TestBackends;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab selftest</c>: sets the harness on backends with planted faults and shows what finds them.</summary>
internal static class SelfTestCommand
{
    /// <summary>Runs the self test.</summary>
    public static async Task<int> RunAsync(OutputFormat format, CliHost host, CancellationToken cancellationToken)
    {
        DetectionMatrix matrix;
        using (var progress = new ProgressLine(host))
        {
            matrix = await new SelfTestRunner(FakeTestBed.Create()).RunAsync(cell => progress.Show($"{cell.Fault}: {Word(cell.Command)}"), cancellationToken).ConfigureAwait(false);
        }

        if (format == OutputFormat.Json) JsonOutput.Write(host.OutputStream, "iolab-selftest/1", json => WriteJson(json, matrix));
        else WriteText(host, matrix);
        return matrix.IsPerfect ? ExitCode.Fine : ExitCode.NegativeVerdict;
    }

    /// <summary>Lists the planted faults of the self test, and the mutants that a session of our machines can switch on.</summary>
    public static int List(IReadOnlyList<IBackend> machines, CliHost host)
    {
        host.Out.WriteLine("planted faults, and the commands that must find them:");
        foreach (BrokenVariant variant in FakeTestBed.Create().Variants)
        {
            host.Out.WriteLine($"  {variant.Name,-22} {variant.Description} ({string.Join(", ", variant.FoundBy.Select(Word))})");
        }

        host.Out.WriteLine();
        host.Out.WriteLine("mutants that a session of our machines can switch on, by what they are bugs of:");
        foreach (IGrouping<string, MutantInfo> component in machines.SelectMany(machine => machine.Mutants).Distinct().GroupBy(mutant => mutant.Component))
        {
            host.Out.WriteLine($"  {component.Key}");
            foreach (MutantInfo mutant in component) host.Out.WriteLine($"    {mutant.Id,-22} {mutant.Description}");
        }

        return ExitCode.Fine;
    }

    private static void WriteText(CliHost host, DetectionMatrix matrix)
    {
        DetectingCommand[] commands = Enum.GetValues<DetectingCommand>();
        var table = new ConsoleTable(["fault", .. commands.Select(Word)]);
        foreach (IGrouping<string, DetectionCell> fault in matrix.Cells.GroupBy(cell => cell.Fault))
        {
            table.Add([fault.Key, .. commands.Select(command => Shown(fault.First(cell => cell.Command == command)))]);
        }

        table.Write(host);
        foreach (DetectionCell wrong in matrix.Cells.Where(cell => !cell.IsRight))
        {
            host.Out.WriteLine(wrong.MustFind ? $"{Word(wrong.Command)} does not find: {wrong.Fault}" : $"{Word(wrong.Command)} accuses the sound backend: {wrong.Evidence}");
        }

        int needed = matrix.Cells.Count(cell => cell.MustFind);
        host.Out.WriteLine($"{(matrix.IsPerfect ? "PASS" : "FAIL")}: {matrix.Cells.Count(cell => cell.MustFind && cell.IsFound)} of {needed} found, score {matrix.Score:0.000}");
    }

    private static Cell Shown(DetectionCell cell) => (cell.MustFind, cell.IsFound) switch
    {
        (true, true) => Cell.Good("found"),
        (true, false) => Cell.Bad("MISSED"),
        (false, true) => cell.IsRight ? Cell.Quiet("found too") : Cell.Bad("FALSE ALARM"),
        (false, false) => Cell.Quiet("-"),
    };

    private static void WriteJson(Utf8JsonWriter json, DetectionMatrix matrix)
    {
        json.WriteBoolean("passed", matrix.IsPerfect);
        json.WriteFinite("score", matrix.Score);
        json.WriteStartArray("cells");
        foreach (DetectionCell cell in matrix.Cells)
        {
            json.WriteStartObject();
            json.WriteString("fault", cell.Fault);
            json.WriteString("command", Word(cell.Command));
            json.WriteBoolean("mustFind", cell.MustFind);
            json.WriteBoolean("found", cell.IsFound);
            json.WriteString("evidence", cell.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(DetectingCommand command) => command.ToString().ToLowerInvariant();
}
