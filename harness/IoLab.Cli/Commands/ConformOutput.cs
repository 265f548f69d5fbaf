using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Diff;
using IoLab.Harness.Hostile;

namespace IoLab.Cli.Commands;

/// <summary>How the results of <c>iolab conform</c> are written.</summary>
internal static class ConformOutput
{
    private const int MostShown = 50;

    /// <summary>For people: what failed with the command that repeats it, then one line per backend.</summary>
    public static void WriteText(
        CliHost host, IReadOnlyList<IBackend> backends, IReadOnlyList<CaseResult> results, Nanoseconds elapsed, SlotCoverage? coverage, bool isWhole)
    {
        if (coverage is not null) CoverageOutput.WriteText(host, coverage, isWhole);
        CaseResult[] failures = [.. results.Where(ConformCommand.IsFailure)];
        foreach (CaseResult failure in failures.Take(MostShown))
        {
            host.Out.WriteLine($"{failure.Area}/{failure.Case} on {failure.Backend}: {failure.Detail}");
            host.Out.WriteLine($"    {Repeat(failure)}");
        }

        if (failures.Length > MostShown) host.Out.WriteLine($"... and {failures.Length - MostShown} more; --json lists all");
        if (failures.Length > 0) host.Out.WriteLine();

        int width = backends.Max(backend => backend.Name.Length);
        foreach (IBackend backend in backends)
        {
            host.Out.WriteLine($"{backend.Name.PadRight(width)}  {Summary([.. results.Where(result => result.Backend == backend.Name)])}");
        }

        string verdict = failures.Length == 0 && !(isWhole && coverage?.Uncovered.Any() == true) ? "PASS" : "FAIL";
        host.Out.WriteLine($"{verdict}: {results.Select(result => (result.Area, result.Case)).Distinct().Count()} cases on {backends.Count} backends in {elapsed.Value / 1e9:0.0} s");
    }

    private static string Repeat(CaseResult failure) => failure.Area == HostileSet.Area
        ? RepeatCommand.Hostile(failure.Backend, failure.Case)
        : RepeatCommand.Conform(failure.Backend, $"{failure.Area}/{failure.Case}");

    /// <summary>For programs.</summary>
    public static void WriteJson(Stream output, IReadOnlyList<CaseResult> results, SlotCoverage? coverage) => JsonOutput.Write(output, "iolab-conform/1", json =>
    {
        json.WriteBoolean("passed", !results.Any(ConformCommand.IsFailure));
        json.WriteStartObject("counts");
        foreach (CaseStatus status in Enum.GetValues<CaseStatus>()) json.WriteNumber(JsonName(status), results.Count(result => result.Status == status));
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (CaseResult result in results)
        {
            json.WriteStartObject();
            json.WriteString("case", $"{result.Area}/{result.Case}");
            json.WriteString("backend", result.Backend);
            json.WriteString("status", JsonName(result.Status));
            json.WriteString("detail", result.Detail);
            json.WriteNumber("elapsedNs", Math.Round(result.Elapsed.Value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (coverage is not null) CoverageOutput.WriteJson(json, coverage);
    });

    private static string Summary(IReadOnlyList<CaseResult> results)
    {
        var parts = new List<string>();
        foreach ((CaseStatus status, string name) in new[]
        {
            (CaseStatus.Passed, "passed"), (CaseStatus.Failed, "failed"), (CaseStatus.StaleKnownFailure, "listed as known failures but pass or expired"),
            (CaseStatus.KnownFailure, "known failures"), (CaseStatus.Skipped, "skipped"),
        })
        {
            int count = results.Count(result => result.Status == status);
            if (count > 0 || status == CaseStatus.Passed) parts.Add($"{count} {name}");
        }

        return string.Join(", ", parts);
    }

    private static string JsonName(CaseStatus status) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
