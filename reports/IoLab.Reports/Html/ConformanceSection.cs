using IoLab.Contract;

namespace IoLab.Reports.Html;

/// <summary>Do they agree?</summary>
internal static class ConformanceSection
{
    private const int DetailLimit = 4000;
    private static readonly Markup Tick = new("<span class=\"sign\">✓</span>");

    public static void Write(ReportContext context, HtmlOutput html)
    {
        var cases = context.Model.Cases;
        if (cases.Count == 0)
        {
            return;
        }
        var backends = context.InOrder(cases.Select(result => result.Backend));
        var cells = cases.ToLookup(result => (result.Area, result.Backend));
        html.Line($"<section id=\"conformance\"><h2>Do they agree?</h2>");
        html.Line($"<p class=\"lead\">Corpus cases by area. A cell counts the cases whose outcome, exception and output are as expected.</p>");
        var areas = cases.Select(result => result.Area).Distinct().Order(StringComparer.Ordinal)
            .ToLookup(area => backends.All(backend => cells[(area, backend)].All(result => result.Status == CaseStatus.Passed)));
        Head();
        Rows(areas[false]);
        html.Line($"</tbody><tfoot><tr><th scope=\"row\">all</th>");
        foreach (string backend in backends)
        {
            html.Line(Cell([.. cases.Where(result => result.Backend == backend)]));
        }
        html.Line($"</tr></tfoot></table>");
        if (areas[true].Any())
        {
            html.Line($"<details><summary>{areas[true].Count()} {(areas[true].Count() == 1 ? "area" : "areas")} as expected everywhere</summary>");
            Head();
            Rows(areas[true]);
            html.Line($"</tbody></table></details>");
        }
        Listed(context, html, "Failing cases", cases.Where(ReportVerdict.IsFailure), "open");
        Listed(context, html, "Known failures", cases.Where(result => result.Status == CaseStatus.KnownFailure), "");
        html.Line($"</section>");

        void Head()
        {
            html.Line($"<table class=\"matrix\"><thead><tr><th>area</th>");
            foreach (string backend in backends)
            {
                html.Line($"<th class=\"num\">{backend}</th>");
            }
            html.Line($"</tr></thead><tbody>");
        }

        void Rows(IEnumerable<string> some)
        {
            foreach (string area in some)
            {
                html.Line($"<tr><th scope=\"row\">{area}</th>{Markup.Join(backends.Select(backend => Cell([.. cells[(area, backend)]])))}</tr>");
            }
        }
    }

    private static Markup Cell(IReadOnlyList<CaseResult> results)
    {
        if (results.Count == 0)
        {
            return new Markup("<td class=\"num empty\">–</td>");
        }
        int passed = results.Count(result => result.Status == CaseStatus.Passed);
        int failed = results.Count(ReportVerdict.IsFailure);
        int known = results.Count(result => result.Status == CaseStatus.KnownFailure);
        int skipped = results.Count(result => result.Status == CaseStatus.Skipped);
        var asides = new List<string>();
        if (known > 0)
        {
            asides.Add($"{known} known");
        }
        if (skipped > 0)
        {
            asides.Add($"{skipped} skipped");
        }
        var aside = asides.Count == 0 ? Markup.None : Markup.Of($" <small>{string.Join(", ", asides)}</small>");
        return failed > 0
            ? Markup.Of($"<td class=\"num fail\"><span class=\"sign\">✗</span> <b>{failed} failed</b> <small>of {passed + failed}</small>{aside}</td>")
            : Markup.Of($"<td class=\"num ok\">{passed}{(passed > 0 ? Tick : Markup.None)}{aside}</td>");
    }

    private static void Listed(ReportContext context, HtmlOutput html, string title, IEnumerable<CaseResult> results, string open)
    {
        var list = results.ToList();
        if (list.Count == 0)
        {
            return;
        }
        html.Line($"<details class=\"cases\" {open}><summary>{title} <small>{list.Count}</small></summary>");
        foreach (var result in list.OrderBy(r => r.Area, StringComparer.Ordinal).ThenBy(r => r.Case, StringComparer.Ordinal))
        {
            string stale = result.Status == CaseStatus.StaleKnownFailure ? " stale: listed as a known failure, but it passes or the listing expired" : "";
            html.Line($"<article><h3>{result.Area}/{result.Case} <span class=\"who\">{context.Mark(result.Backend)}{result.Backend}</span><small>{stale}</small></h3>");
            html.Line($"<pre>{Shortened(result.Detail ?? "no detail")}</pre></article>");
        }
        html.Line($"</details>");
    }

    private static string Shortened(string detail) =>
        detail.Length <= DetailLimit ? detail : detail[..DetailLimit] + $"\n[{NumberFormat.Count(detail.Length - DetailLimit)} more characters]";
}
