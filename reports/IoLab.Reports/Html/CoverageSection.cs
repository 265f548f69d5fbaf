using IoLab.Contract;

namespace IoLab.Reports.Html;

/// <summary>What is checked? Slots of the library by cases.</summary>
internal static class CoverageSection
{
    private const int CasesShown = 6;
    private static readonly Markup Tick = new("<span class=\"sign\">✓</span>");

    public static void Write(ReportContext context, HtmlOutput html)
    {
        if (context.Model.Coverage is not { } coverage)
        {
            return;
        }
        html.Line($"<section id=\"coverage\"><h2>What is checked?</h2>");
        html.Line($"<p class=\"lead\">Slots of the library that corpus cases use, of those that are not left out. Tier A is in common use, B in the reference's own tests, C rare.</p>");
        html.Line($"<table class=\"matrix\"><thead><tr><th>proto</th><th class=\"num\">A</th><th class=\"num\">B</th><th class=\"num\">C</th><th class=\"num\">left out</th></tr></thead><tbody>");
        var protos = coverage.Rows.GroupBy(row => row.Name.Proto).ToList();
        foreach (var proto in protos)
        {
            html.Line(Sums(proto.Key, [.. proto]));
        }
        html.Line($"</tbody><tfoot>{Sums("all", coverage.Rows)}</tfoot></table>");
        Names(html, "Slots of tiers A and B without a case", coverage.Uncovered);
        Names(html, "Slots that some backend lacks", coverage.Missing);
        html.Line($"<details class=\"cases\"><summary>Every slot <small>{coverage.Rows.Count}</small></summary>");
        foreach (var proto in protos)
        {
            Slots(context, html, coverage.Backends, proto.Key, [.. proto]);
        }
        html.Line($"</details></section>");
    }

    private static Markup Sums(string name, IReadOnlyList<SlotRow> rows)
    {
        int leftOut = rows.Count(row => row.LeftOut is not null);
        return Markup.Of($"<tr><th scope=\"row\">{name}</th>{Markup.Join("ABC".Select(tier => Cell(rows, tier)))}<td class=\"num\">{(leftOut == 0 ? "" : $"{leftOut}")}</td></tr>");
    }

    private static Markup Cell(IReadOnlyList<SlotRow> rows, char tier)
    {
        var own = rows.Where(row => row.Tier == tier && row.LeftOut is null).ToList();
        int covered = own.Count(row => row.Cases.Count > 0);
        if (own.Count == 0)
        {
            return new Markup("<td class=\"num empty\">–</td>");
        }
        return covered == own.Count
            ? Markup.Of($"<td class=\"num ok\">{covered}{Tick}</td>")
            : Markup.Of($"<td class=\"num {(tier == 'C' ? "" : "fail")}\">{covered} <small>of {own.Count}</small></td>");
    }

    private static void Names(HtmlOutput html, string title, IEnumerable<SlotRow> rows)
    {
        var names = rows.Select(row => row.Name.ToString()).ToList();
        if (names.Count > 0)
        {
            html.Line($"<p>{title}: {string.Join(", ", names)}.</p>");
        }
    }

    private static void Slots(ReportContext context, HtmlOutput html, IReadOnlyList<string> backends, string proto, IReadOnlyList<SlotRow> rows)
    {
        var order = context.InOrder(backends).Union(backends).ToList();
        html.Line($"<h3>{proto}</h3><table class=\"matrix\"><thead><tr><th>slot</th><th>tier</th>");
        foreach (string backend in order)
        {
            html.Line($"<th>{backend}</th>");
        }
        html.Line($"<th class=\"num\">cases</th><th>such as</th></tr></thead><tbody>");
        foreach (var row in rows)
        {
            var has = Markup.Join(order.Select(backend => Has(row, backend)));
            string missing = row.IsRequired && row.Cases.Count == 0 ? "fail" : "";
            html.Line($"<tr><th scope=\"row\">{(row.Name.Slot.Length == 0 ? "()" : row.Name.Slot)}</th><td>{row.Tier.ToString()}</td>{has}<td class=\"num {missing}\">{row.Cases.Count}</td><td><small>{Examples(row)}</small></td></tr>");
        }
        html.Line($"</tbody></table>");
    }

    private static Markup Has(SlotRow row, string backend) =>
        row.Backends.Contains(backend) ? Markup.Of($"<td class=\"ok\">{Tick}</td>")
        : row.LeftOut is null ? new Markup("<td class=\"fail\"><span class=\"sign\">✗</span></td>")
        : new Markup("<td class=\"empty\">left out</td>");

    private static string Examples(SlotRow row) =>
        row.Cases.Count == 0 ? row.LeftOut ?? ""
        : string.Join(", ", row.Cases.Take(CasesShown)) + (row.Cases.Count > CasesShown ? $" and {row.Cases.Count - CasesShown} more" : "");
}
