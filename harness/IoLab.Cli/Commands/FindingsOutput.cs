using System.Globalization;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Differential.Findings;
using IoLab.Harness.Diff;

namespace IoLab.Cli.Commands;

/// <summary>How findings are written.</summary>
internal static class FindingsOutput
{
    /// <summary>A line for each, then the sum.</summary>
    public static void WriteTable(CliHost host, IReadOnlyList<(Finding Finding, KnownFinding? Excuse)> shown, IReadOnlyList<Finding> all)
    {
        if (shown.Count > 0)
        {
            var table = new ConsoleTable("id", "state", ">met", "first", "suspected", "what differs", ">lines", "difference");
            foreach ((Finding finding, KnownFinding? excuse) in shown)
            {
                FindingProgram program = finding.Program;
                table.Add(finding.Id, excuse is null ? StateOf(finding) : Cell.Quiet("known"), $"{finding.Count}", Day(finding.FirstSeen), finding.Signature.Component, finding.Signature.Kind,
                    $"{Lines(program.Reduced)}", program.Difference);
            }

            table.Write(host);
        }

        int known = shown.Count(one => one.Excuse is not null && one.Finding.IsOpen), open = all.Count(finding => finding.IsOpen);
        host.Out.WriteLine($"{open - known} open, known: {known}, {all.Count - open} closed{(all.Count == 0 ? "; iolab fuzz looks for some" : "")}");
    }

    /// <summary>Everything that is known of a finding, for a person.</summary>
    public static void WriteAll(TextWriter output, Finding finding)
    {
        FindingProgram program = finding.Program;
        output.WriteLine($"finding {finding.Id}: {StateOf(finding).Text}, met {finding.Count} {(finding.Count == 1 ? "time" : "times")}, first {Minute(finding.FirstSeen)}, last {Minute(finding.LastSeen)}");
        if (finding.Status.Note is { } note) output.WriteLine($"    closed       {Minute(finding.Status.Since)}: {note}{(finding.IsReopened ? " (met again since)" : "")}");
        output.WriteLine($"    accused      {program.Disagreement.Accused}, in {program.Disagreement.Component}, {BasisText(program.Disagreement.Basis)}");
        output.WriteLine($"    difference   {program.Difference}");
        output.WriteLine($"    signature    {finding.Signature.Text}");
        output.WriteLine($"    backends     {string.Join(", ", program.Backends.Select(Describe))}");
        foreach (string condition in program.Conditions) output.WriteLine($"    condition    {condition}");
        output.WriteLine($"    where        {program.Place}, program {program.Number}");
        if (program.Seed is { } seed) output.WriteLine($"    seed         {seed}");
        if (program.Location is { } location) WriteLocation(output, location);
        output.WriteLine($"    program      {Lines(program.Reduced)} of {Lines(program.Source)} lines:");
        foreach (string line in program.Reduced.TrimEnd('\n').Split('\n')) output.WriteLine($"        {line}");
        output.WriteLine();
        output.WriteLine($"    ./iolab findings replay {finding.Id}");
    }

    /// <summary>For programs.</summary>
    public static void WriteJson(Stream output, IReadOnlyList<(Finding Finding, KnownFinding? Excuse)> shown, IReadOnlyList<(string Entry, DateOnly Expires)> expired) =>
        JsonOutput.Write(output, "iolab-findings/1", json =>
        {
            json.WriteStartArray("findings");
            foreach ((Finding finding, KnownFinding? excuse) in shown)
            {
                json.WriteStartObject();
                json.WriteString("id", finding.Id);
                json.WriteBoolean("open", finding.IsOpen);
                json.WriteNumber("count", finding.Count);
                json.WriteString("known", excuse?.Reason);
                json.WritePropertyName("finding");
                json.WriteRawValue(FindingFormat.Write(finding));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("expired");
            foreach ((string entry, _) in expired) json.WriteStringValue(entry);
            json.WriteEndArray();
        });

    /// <summary>What an accusation rests on, for people.</summary>
    public static string BasisText(BlameBasis basis) => basis switch
    {
        BlameBasis.Vote => "by vote",
        BlameBasis.Trust => "by trust and not by vote",
        BlameBasis.Evidence => "by evidence: it crashed",
        _ => "and nobody can tell who is right",
    };

    private static void WriteLocation(TextWriter output, FindingLocation location)
    {
        output.WriteLine($"    traces part  at event {location.Index}; - {location.Left}, + {location.Right}");
        var left = location.LeftEvents.Select(EventText).ToHashSet(StringComparer.Ordinal);
        var right = location.RightEvents.Select(EventText).ToHashSet(StringComparer.Ordinal);
        foreach (string line in location.LeftEvents.Select(EventText)) output.WriteLine($"        {(right.Contains(line) ? ' ' : '-')} {line}");
        foreach (string line in location.RightEvents.Select(EventText).Where(line => !left.Contains(line))) output.WriteLine($"        + {line}");
    }

    private static string EventText(TraceEvent one) =>
        $"{one.Index} {one.Kind.ToString().ToLowerInvariant()} {one.Name.ReplaceLineEndings("\\n")} to {one.Subject}{(one.Value is null ? "" : $" = {one.Value.ReplaceLineEndings("\\n")}")}{(one.Location is null ? "" : $" ({one.Location})")}";

    private static Cell StateOf(Finding finding) => finding.IsReopened ? Cell.Bad("reopened") : finding.IsOpen ? Cell.Doubtful("open") : Cell.Good("closed");

    private static string Describe(FindingBackend backend) =>
        backend.Name + (backend.Version is null ? "" : $" {backend.Version}") + (backend.Mutants.Count == 0 ? "" : $" with planted {string.Join(", ", backend.Mutants)}");

    private static int Lines(string source) => source.TrimEnd('\n').Split('\n').Length;

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
