using System.Text.Json;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Gate;
using IoLab.History;
using IoLab.Reports;

namespace IoLab.Cli.Commands;

/// <summary>How the decisions of <c>iolab gate</c> are written.</summary>
internal static class GateOutput
{
    /// <summary>For people: a row per series, a sentence with the numbers for each that is not fine, then the decision.</summary>
    public static void WriteText(CliHost host, GateOutcome outcome, BaselineInfo baseline, string command)
    {
        var table = new ConsoleTable("verdict", "benchmark", "backend", ">change", "interval", ">noise floor", ">can see", ">threshold");
        foreach (GateFinding finding in outcome.Report.Findings)
        {
            table.Add(
                VerdictCell(finding.Verdict), $"{finding.Key.Suite}/{finding.Key.Benchmark} {finding.Key.Metric}", Named(finding.Key),
                NumberFormat.Change(finding.Change.Value), $"{NumberFormat.Change(finding.Change.Low)} to {NumberFormat.Change(finding.Change.High)}",
                NumberFormat.Change(finding.NoiseFloor), NumberFormat.Change(finding.DetectableChange), NumberFormat.Change(finding.Threshold));
        }

        table.Write(host);
        foreach (GateFinding finding in outcome.Report.Findings.Where(finding => finding.Verdict != Verdict.Pass))
        {
            host.Out.WriteLine(finding.Explanation);
        }

        int failed = outcome.Report.Findings.Count(finding => finding.Verdict == Verdict.Fail);
        string word = ReportVerdict.WordFor(outcome.Report.Verdict).ToUpperInvariant();
        host.Out.WriteLine($"{word}: {failed} of {outcome.Report.Findings.Count} series got worse than the baseline {baseline.Name} (version {baseline.Version}, {NumberFormat.Day(baseline.Saved)})");
        if (outcome.Report.Verdict != Verdict.Pass) host.Out.WriteLine($"again: {command}");
    }

    /// <summary>For programs.</summary>
    public static void WriteJson(Stream output, GateOutcome outcome, BaselineInfo baseline) => JsonOutput.Write(output, "iolab-gate/1", json =>
    {
        json.WriteString("verdict", Camel(outcome.Report.Verdict));
        json.WriteStartObject("baseline");
        json.WriteString("name", baseline.Name);
        json.WriteNumber("version", baseline.Version);
        json.WriteString("saved", baseline.Saved);
        json.WriteEndObject();
        json.WriteString("run", outcome.Run.RunId);
        json.WriteStartArray("furtherRuns");
        foreach (Harness.Bench.BenchmarkRun run in outcome.Further) json.WriteStringValue(run.RunId);
        json.WriteEndArray();
        json.WriteString("confirmingRun", outcome.Confirmation?.RunId.ToString());
        json.WriteStartArray("findings");
        foreach (GateFinding finding in outcome.Report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("suite", finding.Key.Suite);
            json.WriteString("benchmark", finding.Key.Benchmark);
            json.WriteString("metric", finding.Key.Metric);
            json.WriteString("backend", finding.Key.Backend);
            json.WriteString("label", finding.Key.Label);
            json.WriteString("verdict", Camel(finding.Verdict));
            json.WriteFinite("change", finding.Change.Value);
            json.WriteFinite("changeLow", finding.Change.Low);
            json.WriteFinite("changeHigh", finding.Change.High);
            json.WriteFinite("confidence", finding.Change.Confidence);
            json.WriteFinite("noiseFloor", finding.NoiseFloor);
            json.WriteFinite("detectableChange", finding.DetectableChange);
            json.WriteFinite("threshold", finding.Threshold);
            json.WriteString("explanation", finding.Explanation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Camel(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());

    private static string Named(SeriesKey key) => key.Label.Length == 0 ? key.Backend : $"{key.Backend}[{key.Label}]";

    private static Cell VerdictCell(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Cell.Good("pass"),
        Verdict.Fail => Cell.Bad("fail"),
        Verdict.Undecidable => Cell.Doubtful("undecided"),
        _ => Cell.Doubtful("no verdict"),
    };
}
