using System.Globalization;
using System.Text.Json;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Differential.Campaigns;
using IoLab.Differential.Findings;

namespace IoLab.Cli.Commands;

/// <summary>How the result of a campaign is written.</summary>
internal static class FuzzOutput
{
    /// <summary>For people: the sums, the findings, the verdict.</summary>
    public static void WriteText(CliHost host, CampaignFolder folder, CampaignResult result, IFindingStore store)
    {
        LaneTally tally = result.Tally;
        host.Out.WriteLine($"campaign {folder.Options.Seed}{(folder.Options.Shard == Shard.Whole ? "" : $", shard {folder.Options.Shard}")} in {Repository.Shown(folder.DirPath)}: {string.Join(" and ", folder.Options.Backends)}");
        string rate = result.ProgramsNow == 0 ? "" : $"; now {Number(result.ProgramsNow)} in {Seconds(result.Elapsed)} s, {Number((long)(result.ProgramsNow / Math.Max(0.001, result.Elapsed.TotalSeconds)))} a second";
        host.Out.WriteLine($"  programs   {Number(tally.Programs)}{rate}");
        host.Out.WriteLine($"  median     {tally.Lines.Quantile(0.5)} lines, {tally.Messages.Quantile(0.5)} messages, {Number(tally.Steps.Quantile(0.5))} steps");
        host.Out.WriteLine($"  outcomes   {string.Join(", ", tally.Outcomes.OrderByDescending(entry => entry.Value).Select(entry => $"{Word(entry.Key)} {Share(entry.Value, tally.Programs)}"))}");
        host.Out.WriteLine($"  edges      {Number(tally.Edges.Count)}");
        host.Out.WriteLine($"  sightings  {Number(result.Sightings)}{(result.Uninspected > 0 ? $", {Number(result.Uninspected)} of them only counted" : "")}");
        if (result.Findings.Count > 0) WriteFindings(host, result, store);
        int added = result.NewFindings.Count(), known = result.Findings.Count - added;
        string verdict = added > 0 ? "FOUND" : FuzzCommand.ExitCodeOf(result) == ExitCode.Fine ? "CLEAN" : "NO VERDICT";
        host.Out.WriteLine($"{verdict}: {added} new findings, {known} known{(added == 0 ? "" : $"; iolab findings list --dir {Repository.Shown(folder.DirPath)}")}");
    }

    /// <summary>For programs.</summary>
    public static void WriteJson(Stream output, CampaignFolder folder, CampaignResult result) => JsonOutput.Write(output, "iolab-fuzz/1", json =>
    {
        json.WriteNumber("seed", folder.Options.Seed);
        json.WriteString("shard", folder.Options.Shard.ToString());
        json.WriteString("dir", folder.DirPath);
        json.WriteStartArray("backends");
        foreach (string backend in folder.Options.Backends) json.WriteStringValue(backend);
        json.WriteEndArray();
        WriteResult(json, result);
    });

    /// <summary>The fields of a result.</summary>
    public static void WriteResult(Utf8JsonWriter json, CampaignResult result)
    {
        LaneTally tally = result.Tally;
        json.WriteNumber("programs", tally.Programs);
        json.WriteNumber("programsNow", result.ProgramsNow);
        json.WriteNumber("elapsedNs", result.Elapsed.TotalNanoseconds);
        json.WriteNumber("medianLines", tally.Lines.Quantile(0.5));
        json.WriteNumber("medianMessages", tally.Messages.Quantile(0.5));
        json.WriteNumber("medianSteps", tally.Steps.Quantile(0.5));
        json.WriteStartObject("outcomes");
        foreach ((Outcome outcome, long count) in tally.Outcomes) json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()), count);
        json.WriteEndObject();
        json.WriteNumber("edges", tally.Edges.Count);
        json.WriteNumber("sightings", result.Sightings);
        json.WriteNumber("uninspected", result.Uninspected);
        json.WriteStartArray("findings");
        foreach (CampaignFinding finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("signature", finding.Signature);
            WriteKind(json, finding.Kind);
            json.WriteString("component", finding.Component);
            json.WriteNumber("program", finding.Program);
            json.WriteString("seed", finding.Seed);
            json.WriteNumber("count", finding.Count);
            json.WriteBoolean("isKnown", result.Known.Contains(finding.Signature));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A sighting's kind.</summary>
    public static void WriteKind(Utf8JsonWriter json, SightingKind kind) => json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));

    private static void WriteFindings(CliHost host, CampaignResult result, IFindingStore store)
    {
        var table = new ConsoleTable("finding", "component", "kind", ">programs", "difference");
        foreach (CampaignFinding finding in result.Findings.OrderBy(finding => finding.Component, StringComparer.Ordinal).ThenByDescending(finding => finding.Count))
        {
            string kind = finding.Kind.ToString().ToLowerInvariant();
            table.Add(
                finding.Signature, finding.Component, result.Known.Contains(finding.Signature) ? Cell.Quiet($"{kind}, known") : Cell.Bad(kind), Number(finding.Count),
                Cell.Quiet(store.Find(finding.Signature)?.Program.Difference ?? finding.Seed));
        }

        table.Write(host);
    }

    private static string Word(Outcome outcome) => string.Concat(outcome.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}"));

    private static string Share(long count, long all) => (100.0 * count / Math.Max(1, all)).ToString("0.0#", CultureInfo.InvariantCulture) + " %";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
