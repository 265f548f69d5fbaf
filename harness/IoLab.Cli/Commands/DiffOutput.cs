using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Differential.Localisation;
using IoLab.Harness.Diff;

namespace IoLab.Cli.Commands;

/// <summary>How the results of <c>iolab diff</c> are written.</summary>
internal static class DiffOutput
{
    /// <summary>For people: each difference with both sides, who stands where and the command that repeats it; then the sum.</summary>
    public static void WriteText(TextWriter output, IReadOnlyList<DiffOutcome> outcomes, IReadOnlyDictionary<DiffOutcome, Location> locations, string repeatSuffix)
    {
        foreach (DiffOutcome outcome in outcomes)
        {
            if (outcome.Verdict == Verdict.Fail) WriteDifference(output, outcome, locations.GetValueOrDefault(outcome), repeatSuffix);
            else if (outcome.Verdict == Verdict.NoVerdict && !DiffCommand.IsSkipped(outcome))
            {
                output.WriteLine($"{Name(outcome)}: no verdict: {string.Join(", ", outcome.Results.Select(entry => $"{entry.Backend} {ResultComparer.DescribeOutcome(entry.Result)}"))}");
                output.WriteLine($"    {outcome.RepeatCommand}{repeatSuffix}");
            }
        }

        int differing = outcomes.Count(outcome => outcome.Verdict == Verdict.Fail);
        int skipped = outcomes.Count(DiffCommand.IsSkipped);
        int undecided = outcomes.Count(outcome => outcome.Verdict == Verdict.NoVerdict) - skipped;
        int agreeing = outcomes.Count(outcome => outcome.Verdict == Verdict.Pass);
        string verdict = differing > 0 ? "DIFFERENT" : undecided > 0 || agreeing == 0 ? "NO VERDICT" : "SAME";
        output.WriteLine($"{verdict}: {agreeing} agree, {differing} differ{(undecided > 0 ? $", {undecided} without verdict" : "")}{(skipped > 0 ? $", {skipped} skipped" : "")}");
    }

    /// <summary>For programs.</summary>
    public static void WriteJson(Stream output, IReadOnlyList<DiffOutcome> outcomes, IReadOnlyDictionary<DiffOutcome, Location> locations, string repeatSuffix) => JsonOutput.Write(output, "iolab-diff/1", json =>
    {
        json.WriteStartArray("programs");
        foreach (DiffOutcome outcome in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("program", Name(outcome));
            json.WriteString("verdict", System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(outcome.Verdict.ToString()));
            json.WriteStartArray("results");
            foreach ((string backend, RunResult result) in outcome.Results)
            {
                json.WriteStartObject();
                json.WriteString("backend", backend);
                json.WriteString("outcome", System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()));
                json.WriteString("exceptionType", result.Exception?.Type);
                json.WriteString("exceptionMessage", result.Exception?.Message);
                json.WriteString("standardOutput", result.StandardOutput);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (outcome.Difference is { } difference)
            {
                json.WriteStartObject("difference");
                json.WriteString("in", System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(difference.Kind.ToString()));
                if (difference.Line is { } line) json.WriteNumber("line", line);
                json.WriteString("leftBackend", outcome.Sides!.Value.Left);
                json.WriteString("left", difference.Left);
                json.WriteString("rightBackend", outcome.Sides.Value.Right);
                json.WriteString("right", difference.Right);
                json.WriteEndObject();
            }

            if (locations.TryGetValue(outcome, out Location? location)) LocationOutput.WriteJson(json, location);
            json.WriteString("repeat", outcome.RepeatCommand + repeatSuffix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteDifference(TextWriter output, DiffOutcome outcome, Location? location, string repeatSuffix)
    {
        (string left, string right) = outcome.Sides!.Value;
        Difference difference = outcome.Difference!;
        output.WriteLine($"{Name(outcome)}: {difference.Describe(left, right)}");
        if (difference.Context.Count > 0)
        {
            output.WriteLine($"    - {left}");
            output.WriteLine($"    + {right}");
            foreach (string line in difference.Context) output.WriteLine($"    {line}");
        }

        if (outcome.Vote is { Groups.Count: > 1 } vote && outcome.Results.Count > 2)
        {
            output.WriteLine($"    vote: {string.Join(" against ", vote.Groups.Select(group => string.Join("+", group.Backends)))} ({vote.Kind})");
        }

        if (location is not null) LocationOutput.WriteText(output, location);
        output.WriteLine($"    {outcome.RepeatCommand}{repeatSuffix}");
        output.WriteLine();
    }

    private static string Name(DiffOutcome outcome) => outcome.Program.FilePath ?? "-e";
}
