using IoLab.Contract;

namespace IoLab.Reports.Html;

/// <summary>Did this change make it worse?</summary>
internal static class GateSection
{
    public static void Write(ReportContext context, HtmlOutput html)
    {
        var findings = context.Model.Findings;
        if (findings.Count == 0)
        {
            return;
        }
        html.Line($"<section id=\"gate\"><h2>Did this change make it worse?</h2>");
        html.Line($"<p class=\"lead\">New against stored baseline, both relative to the anchor measured in the same rounds. Positive is worse. "
            + $"A series fails when the change is beyond the threshold and its noise floor, and its interval excludes no change.</p>");
        var passed = findings.Where(finding => finding.Verdict == Verdict.Pass).ToList();
        Table(context, html, [.. findings.Except(passed).OrderBy(finding => Rank(finding.Verdict)).ThenByDescending(finding => finding.Change.Value)]);
        if (passed.Count > 0)
        {
            html.Line($"<details class=\"passed\"><summary>{passed.Count} series did not get worse</summary>");
            Table(context, html, [.. passed.OrderByDescending(finding => finding.Change.Value)]);
            html.Line($"</details>");
        }
        html.Line($"</section>");
    }

    private static void Table(ReportContext context, HtmlOutput html, IReadOnlyList<GateFinding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }
        html.Line($"<table class=\"stack findings\"><thead><tr><th>series</th><th class=\"num\">change</th><th class=\"num\">interval</th>"
            + $"<th class=\"num\">noise floor</th><th class=\"num\">visible from</th><th class=\"num\">threshold</th><th>verdict</th></tr></thead><tbody>");
        foreach (var finding in findings)
        {
            Row(context, html, finding);
        }
        html.Line($"</tbody></table>");
    }

    private static void Row(ReportContext context, HtmlOutput html, GateFinding finding)
    {
        string css = ReportContext.ClassOf(finding.Verdict);
        html.Line($"<tr class=\"{css}-row\"><th scope=\"row\">{finding.Key.Benchmark} <small>{finding.Key.Metric}</small> "
            + $"<span class=\"who\">{context.Mark(finding.Key.Backend)}{finding.Key.Backend}</span></th>"
            + $"<td class=\"num\" data-label=\"change\">{NumberFormat.Change(finding.Change.Value)}</td>"
            + $"<td class=\"num\" data-label=\"interval\">{NumberFormat.Change(finding.Change.Low)} to {NumberFormat.Change(finding.Change.High)}</td>"
            + $"<td class=\"num\" data-label=\"noise floor\">{NumberFormat.Change(finding.NoiseFloor)}</td>"
            + $"<td class=\"num\" data-label=\"visible from\">{NumberFormat.Change(finding.DetectableChange)}</td>"
            + $"<td class=\"num\" data-label=\"threshold\">{NumberFormat.Change(finding.Threshold)}</td>"
            + $"<td data-label=\"verdict\"><span class=\"word {css}\">{ReportContext.Icon(finding.Verdict)}{ReportVerdict.WordFor(finding.Verdict)}</span></td></tr>");
        if (finding.Verdict != Verdict.Pass)
        {
            html.Line($"<tr class=\"explanation\"><td colspan=\"7\">{finding.Explanation}</td></tr>");
        }
    }

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Fail => 0,
        Verdict.NoVerdict => 1,
        Verdict.Undecidable => 2,
        _ => 3,
    };
}
