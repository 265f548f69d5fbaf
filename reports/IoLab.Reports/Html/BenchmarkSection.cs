using System.Globalization;
using IoLab.Contract;

namespace IoLab.Reports.Html;

/// <summary>How fast are they?</summary>
internal static class BenchmarkSection
{
    public static void Write(ReportContext context, HtmlOutput html)
    {
        var rows = context.Model.Benchmarks;
        if (rows.Count == 0)
        {
            return;
        }
        html.Line($"<section id=\"benchmarks\"><h2>How fast are they?</h2>");
        var first = rows.FirstOrDefault(row => row.Level is not null)?.Level;
        string confidence = first is { } level ? NumberFormat.Confidence(level.Confidence) + " " : "";
        string reference = context.Model.ReferenceBackend is { } name ? $" × is the speed relative to {name}, from paired rounds: above 1 is faster." : "";
        html.Line($"<p class=\"lead\">Each cell is the level with its {confidence}interval.{reference}</p>");
        var means = GeometricMean.Of(context.Model);
        foreach (var group in rows.GroupBy(row => (row.Suite, row.Metric)))
        {
            Table(context, html, group.Key.Suite, group.Key.Metric, [.. group], means);
        }
        html.Line($"</section>");
    }

    private static void Table(
        ReportContext context, HtmlOutput html, string suite, string metric, IReadOnlyList<BenchmarkRow> rows, IReadOnlyList<GeometricMean> means)
    {
        var backends = context.InOrder(rows.Select(row => row.Backend));
        var scale = new SpeedupScale(rows);
        string better = rows[0].Direction == Direction.HigherIsBetter ? "higher is better" : "lower is better";
        html.Line($"<h3>{suite} <small>{metric}, {better}</small></h3>");
        string room = backends.Count <= 3 ? "few" : backends.Count > 4 ? "many" : "";
        html.Line($"<table class=\"stack levels {room}\"><thead><tr><th>benchmark</th>");
        foreach (string backend in backends)
        {
            html.Line($"<th class=\"num\">{context.Mark(backend)}{backend}</th>");
        }
        html.Line($"<th class=\"strip-head\">{scale.Head()}</th></tr></thead><tbody>");
        foreach (var benchmark in rows.GroupBy(row => row.Benchmark))
        {
            double smallest = benchmark.Where(row => row.Level is not null).Select(row => row.Level!.Value.Value).DefaultIfEmpty(0).Min();
            var unit = NumberFormat.ScaleFor(smallest, benchmark.First().Unit);
            html.Line($"<tr><th scope=\"row\">{benchmark.Key} <small>{unit.Unit}</small></th>");
            foreach (string backend in backends)
            {
                html.Line(Cell(context, backend, benchmark.FirstOrDefault(row => row.Backend == backend), unit));
            }
            html.Line($"<td class=\"strip-cell\">{scale.Strip(context, [.. benchmark.Where(r => r.Speedup is not null).Select(r => (r.Backend, r.Speedup!.Value))])}</td></tr>");
        }
        html.Line($"</tbody>");
        MeanRow(context, html, backends, scale, [.. means.Where(mean => mean.Suite == suite && mean.Metric == metric)], rows);
        html.Line($"</table>");
    }

    private static Markup Cell(ReportContext context, string backend, BenchmarkRow? row, UnitScale unit)
    {
        var label = Markup.Of($"<td class=\"num\" data-label=\"{backend}\">");
        if (row is null)
        {
            return Markup.Of($"{label}<span class=\"empty\">–</span></td>");
        }
        if (row.Level is not { } level)
        {
            return Markup.Of($"{label}<span class=\"word fail\">failed</span><small class=\"reason\">{row.Failure ?? "no level"}</small></td>");
        }
        var speedup = row.Speedup is { } s
            ? Markup.Of($"<span class=\"ratio\">{NumberFormat.Speedup(s.Value)} <small>{NumberFormat.RatioInterval(s)}</small></span>")
            : row.Backend == context.Model.ReferenceBackend ? new Markup("<span class=\"ratio reference\">reference</span>") : Markup.None;
        var allocated = row.AllocatedPerIteration is { } bytes
            ? Markup.Of($"<small class=\"aside\">{NumberFormat.Value(bytes, "B")} per iteration</small>") : Markup.None;
        var remarks = row.Remarks.Count == 0 ? Markup.None : Markup.Of($"<small class=\"remark\">{string.Join("; ", row.Remarks)}</small>");
        var failure = row.Failure is null ? Markup.None : Markup.Of($"<span class=\"word fail\">failed</span><small class=\"reason\">{row.Failure}</small>");
        return Markup.Of($"{label}<span class=\"level\">{unit.Of(level.Value)}</span> <small class=\"interval\">{NumberFormat.Interval(level, unit)}</small>"
            + $"{speedup}{allocated}{remarks}{failure}</td>");
    }

    private static void MeanRow(ReportContext context, HtmlOutput html, IReadOnlyList<string> backends, SpeedupScale scale,
        IReadOnlyList<GeometricMean> means, IReadOnlyList<BenchmarkRow> rows)
    {
        if (means.Count == 0)
        {
            return;
        }
        var leftOut = rows.Select(row => row.Benchmark).Distinct().Intersect(context.Model.LeftOutOfMeans).ToList();
        string over = leftOut.Count == 0 ? $"over {means[0].Benchmarks}" : $"over {means[0].Benchmarks}, without {string.Join(" and ", leftOut)}";
        html.Line($"<tfoot><tr><th scope=\"row\">geometric mean <small>{over}</small></th>");
        foreach (string backend in backends)
        {
            var mean = means.FirstOrDefault(m => m.Backend == backend);
            html.Line(mean is not null
                ? Markup.Of($"<td class=\"num\" data-label=\"{backend}\"><span class=\"level\">{NumberFormat.Speedup(mean.Speedup.Value)}</span> <small class=\"interval\">{NumberFormat.RatioInterval(mean.Speedup)}</small></td>")
                : Markup.Of($"<td class=\"num\" data-label=\"{backend}\"><span class=\"empty\">{(backend == context.Model.ReferenceBackend ? "reference" : "–")}</span></td>"));
        }
        html.Line($"<td class=\"strip-cell\">{scale.Strip(context, [.. means.Select(m => (m.Backend, m.Speedup))])}</td></tr></tfoot>");
    }
}

/// <summary>A logarithmic scale of speedups, common to the rows of a table, drawn without scripts.</summary>
internal sealed class SpeedupScale
{
    private static readonly double[] FineTicks = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2, 1.3, 1.5, 1.7, 2];
    private static readonly double[] CoarseTicks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
    private readonly double _low;
    private readonly double _high;

    public SpeedupScale(IEnumerable<BenchmarkRow> rows)
    {
        var ratios = rows.Where(row => row.Speedup is { Low: > 0 }).Select(row => row.Speedup!.Value).ToList();
        IsEmpty = ratios.Count == 0;
        double least = ratios.Select(r => r.Low).Append(1).Min();
        double most = ratios.Select(r => r.High).Append(1).Max();
        _low = Math.Log(Math.Max(1e-4, Math.Min(least, 0.95) / 1.1));
        _high = Math.Log(Math.Min(1e5, Math.Max(most, 1.05) * 1.1));
    }

    public bool IsEmpty { get; }

    /// <summary>The axis: a few round ratios.</summary>
    public Markup Head()
    {
        if (IsEmpty)
        {
            return Markup.None;
        }
        var inside = (_high - _low < Math.Log(4) ? FineTicks : CoarseTicks).Where(tick => Math.Log(tick) >= _low && Math.Log(tick) <= _high).ToList();
        int stride = Math.Max(1, (int)Math.Ceiling(inside.Count / 4.0));
        int one = inside.IndexOf(1);
        var shown = inside.Where((_, i) => (i - one) % stride == 0);
        return Markup.Of($"<span class=\"strip axis\">{Markup.Join(shown.Select(tick => Markup.Of($"<i class=\"tick\" style=\"left:{Place(tick)}\">{tick.ToString(CultureInfo.InvariantCulture)}×</i>")))}</span>");
    }

    /// <summary>One row: a mark with its interval for each backend, and a line at 1.</summary>
    public Markup Strip(ReportContext context, IReadOnlyList<(string Backend, Estimate Speedup)> speedups)
    {
        if (IsEmpty)
        {
            return Markup.None;
        }
        var marks = speedups.Where(item => item.Speedup.Low > 0).Select(item => Markup.Of(
            $"<i class=\"span look-{context.LookOf(item.Backend)}\" style=\"left:{Place(item.Speedup.Low)};right:{Rest(item.Speedup.High)}\"></i>"
            + $"<i class=\"at\" style=\"left:{Place(item.Speedup.Value)}\">{context.Mark(item.Backend)}</i>"));
        return Markup.Of($"<span class=\"strip\" aria-hidden=\"true\"><i class=\"one\" style=\"left:{Place(1)}\"></i>{Markup.Join(marks)}</span>");
    }

    private string Place(double ratio) => Percent((Math.Log(ratio) - _low) / (_high - _low));

    private string Rest(double ratio) => Percent(1 - (Math.Log(ratio) - _low) / (_high - _low));

    private static string Percent(double share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
