using System.Text.Json;
using IoLab.Contract;

namespace IoLab.Reports.Html;

/// <summary>How did it come to this? One chart per benchmark and metric, one line per backend, the data beside it.</summary>
internal static class HistorySection
{
    public static void Write(ReportContext context, HtmlOutput html)
    {
        var series = context.Model.History.Where(s => s.Points.Count > 0).ToList();
        if (series.Count == 0)
        {
            return;
        }
        html.Line($"<section id=\"history\"><h2>How did it come to this?</h2>");
        html.Line($"<p class=\"lead\">Medians of stored runs in the order they were made; bands reach from the lower to the upper quartile. "
            + $"Axes fit the data and do not start at zero; lines more than six times apart share a logarithmic one. A ring marks a lasting change of level, a cross a wrong result.</p>");
        html.Line($"<div class=\"chart-bar\"><p class=\"legend\">{Legend(context, series)}</p>"
            + $"<p class=\"switch\" id=\"scale\" hidden><button type=\"button\" data-scale=\"absolute\" aria-pressed=\"true\">level</button>"
            + $"<button type=\"button\" data-scale=\"relative\" aria-pressed=\"false\">change since first</button></p></div>");
        html.Line($"<noscript><p class=\"note\">The charts need scripts; the data of each one is in the table below its title.</p></noscript>");
        html.Line($"<div class=\"charts\">");
        var charts = new List<object>();
        foreach (var group in series.GroupBy(s => (s.Key.Suite, s.Key.Benchmark, s.Key.Metric, s.Key.Unit, s.Key.Direction)))
        {
            var chart = new HistoryChart(context, charts.Count, [.. group]);
            chart.Write(html);
            charts.Add(chart.Data());
        }
        // The default encoder writes <, >, & and everything outside ASCII as \uXXXX: nothing in the data can end the script.
        html.Line(new Markup($"</div>\n<script type=\"application/json\" id=\"history-data\">{JsonSerializer.Serialize(charts, JsonSerializerOptions.Web)}</script>\n</section>"));
    }

    private static Markup Legend(ReportContext context, IReadOnlyList<HistorySeries> series)
    {
        var backends = context.InOrder(series.Select(s => s.Key.Backend));
        var entries = backends.Select(backend => Markup.Of($"<span class=\"who\">{context.Mark(backend)}{backend}</span>"));
        return Markup.Join(entries);
    }
}
