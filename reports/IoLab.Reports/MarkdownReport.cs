using IoLab.Contract;

namespace IoLab.Reports;

/// <summary>
/// A short text for a pull request: the verdict, at most ten rows by significance, the rest folded, the environment and the commands.
/// Lossy on purpose; the JSON export and the HTML report are complete.
/// </summary>
public static class MarkdownReport
{
    private const int VisibleRows = 10;

    /// <summary>Writes the text.</summary>
    public static void Write(ReportModel model, TextWriter output)
    {
        var verdict = ReportVerdict.Of(model);
        output.Write($"**{Icon(verdict.Verdict)} {verdict.Word}.** {Text(verdict.Sentence)}\n");
        foreach (string note in model.Notes)
        {
            output.Write($"\n> {Text(note)}\n");
        }
        Failures(model, output);
        Rows(output, "worse or better", "| series | change | interval | floor | verdict |\n|---|--:|---|--:|---|\n",
            [.. model.Findings.OrderByDescending(Significance).Select(FindingRow)]);
        if (model.Findings.Count == 0)
        {
            Rows(output, "benchmarks", "| benchmark | backend | level | speedup | interval |\n|---|---|--:|--:|---|\n",
                [.. model.Benchmarks.OrderByDescending(Significance).Select(BenchmarkLine)]);
        }
        foreach (var mean in GeometricMean.Of(model))
        {
            output.Write($"\nGeometric mean over {mean.Benchmarks} of {Text(mean.Suite)}: {Text(mean.Backend)} is {NumberFormat.Speedup(mean.Speedup.Value)} "
                + $"{NumberFormat.RatioInterval(mean.Speedup)} the speed of {Text(model.ReferenceBackend ?? "the reference")}.\n");
        }
        Footer(model, output);
    }

    private static void Failures(ReportModel model, TextWriter output) => Rows(output, "failing cases",
        "| case | backend | detail |\n|---|---|---|\n",
        [.. model.Cases.Where(ReportVerdict.IsFailure).Select(r => $"| {Text(r.Area)}/{Text(r.Case)} | {Text(r.Backend)} | {Text(FirstLine(r.Detail))} |\n")]);

    private static void Rows(TextWriter output, string name, string head, IReadOnlyList<string> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }
        output.Write("\n" + head + string.Concat(rows.Take(VisibleRows)));
        if (rows.Count > VisibleRows)
        {
            output.Write($"\n<details><summary>{rows.Count - VisibleRows} more ({name})</summary>\n\n{head}{string.Concat(rows.Skip(VisibleRows))}\n</details>\n");
        }
    }

    private static string FindingRow(GateFinding finding) =>
        $"| {Text(finding.Key.Benchmark)} {Text(finding.Key.Metric)}, {Text(finding.Key.Backend)} | {NumberFormat.Change(finding.Change.Value)} "
        + $"| {NumberFormat.Change(finding.Change.Low)} to {NumberFormat.Change(finding.Change.High)} | {NumberFormat.Change(finding.NoiseFloor)} "
        + $"| {Icon(finding.Verdict)} {ReportVerdict.WordFor(finding.Verdict).ToLowerInvariant()} |\n";

    private static string BenchmarkLine(BenchmarkRow row)
    {
        string level = row.Level is { } value ? NumberFormat.Value(value.Value, row.Unit) : Text("failed: " + FirstLine(row.Failure));
        string ratio = row.Speedup is { } s ? $"{NumberFormat.Speedup(s.Value)} | {NumberFormat.RatioInterval(s)}" : " | ";
        return $"| {Text(row.Benchmark)} | {Text(row.Backend)} | {level} | {ratio} |\n";
    }

    private static void Footer(ReportModel model, TextWriter output)
    {
        if (model.Environment is { } e)
        {
            output.Write($"\n{Text(e.Processor)}, {e.Cores} cores, {NumberFormat.Value(e.Memory.Value, "B")}, {Text(e.OperatingSystem)}, {Text(e.Runtime)}"
                + (e.Commit is null ? "" : $", IoLab {Text(e.Commit)}") + ".\n");
        }
        foreach (var command in model.Commands)
        {
            string fence = Fence(command.CommandLine);
            output.Write($"\nTo {Text(command.Purpose)}:\n\n{fence}sh\n{command.CommandLine.ReplaceLineEndings(" ")}\n{fence}\n");
        }
        output.Write("\n<sub>Shortened for reading; the HTML report and the JSON export are complete.</sub>\n");
    }

    /// <summary>Failures first, then by how far the interval is from "no change".</summary>
    private static double Significance(GateFinding finding) =>
        (finding.Verdict == Verdict.Fail ? 1000 : 0) + Distance(finding.Change);

    private static double Significance(BenchmarkRow row) =>
        row.Failure is not null ? double.MaxValue : row.Speedup is { } s ? Distance(s) : -1;

    private static double Distance(Estimate ratio) =>
        ratio.Low > 1 ? Math.Log(ratio.Low) : ratio is { High: < 1, High: > 0 } ? -Math.Log(ratio.High) : 0;

    private static string Icon(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "✓",
        Verdict.Fail => "✗",
        Verdict.Undecidable => "?",
        _ => "–",
    };

    /// <summary>More backticks than the text has in a row.</summary>
    private static string Fence(string text)
    {
        int longest = 2, run = 0;
        foreach (char c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return new string('`', longest + 1);
    }

    private static string FirstLine(string? text) => (text ?? "").Split('\n', 2)[0].TrimEnd('\r');

    /// <summary>Text that cannot become markup, a table cell, a mention or an issue link.</summary>
    private static string Text(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length);
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '@' => "&#64;",
                '#' => "&#35;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '!' => "\\" + c,
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }
}
