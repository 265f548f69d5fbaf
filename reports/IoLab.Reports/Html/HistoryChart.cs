using System.Globalization;
using IoLab.Contract;

namespace IoLab.Reports.Html;

/// <summary>One chart of the history: its figure, its table and its data for the script.</summary>
internal sealed class HistoryChart
{
    private readonly ReportContext _context;
    private readonly int _number;
    private readonly IReadOnlyList<(HistorySeries Series, string Name, int Variant)> _lines;
    private readonly IReadOnlyList<(Guid RunId, DateTimeOffset Time, string? Commit)> _runs;
    private readonly SeriesKey _key;
    private readonly UnitScale _unit;

    public HistoryChart(ReportContext context, int number, IReadOnlyList<HistorySeries> series)
    {
        _context = context;
        _number = number;
        _key = series[0].Key;
        var order = context.InOrder(series.Select(s => s.Key.Backend)).ToList();
        _lines = [.. series.OrderBy(s => order.IndexOf(s.Key.Backend)).ThenBy(s => s.Key.Machine, StringComparer.Ordinal)
            .GroupBy(s => s.Key.Backend).SelectMany(backend => backend.Select((s, variant) => (s, NameOf(s.Key, series), variant)))];
        _runs = [.. series.SelectMany(s => s.Points).GroupBy(p => p.RunId)
            .Select(run => (run.Key, run.Min(p => p.Time), run.Select(p => p.Commit).FirstOrDefault(c => c is not null)))
            .OrderBy(run => run.Item2)];
        _unit = NumberFormat.ScaleFor(series.SelectMany(s => s.Points).Select(p => p.Median).Order().ElementAt(series.Sum(s => s.Points.Count) / 2), _key.Unit);
    }

    public void Write(HtmlOutput html)
    {
        string better = _key.Direction == Direction.HigherIsBetter ? "higher is better" : "lower is better";
        html.Line($"<figure><figcaption>{_key.Benchmark} <small>{_key.Suite} {_key.Metric}, {_unit.Unit}, {better}</small></figcaption>");
        if (_lines.Any(line => line.Variant > 0))
        {
            html.Line($"<p class=\"legend\">{Markup.Join(_lines.Select(line => Markup.Of($"<span class=\"who\">{_context.Mark(line.Series.Key.Backend, line.Variant)}{line.Name}</span>")))}</p>");
        }
        html.Line($"<div class=\"chart\" data-chart=\"{_number}\" role=\"img\" aria-label=\"{Describe()}\"></div>");
        html.Line($"<details><summary>data</summary><div class=\"scroll\"><table><thead><tr><th>run</th><th>commit</th>");
        foreach (var (_, name, _) in _lines)
        {
            html.Line($"<th class=\"num\">{name}</th>");
        }
        html.Line($"</tr></thead><tbody>");
        var points = _lines.Select(line => line.Series.Points.ToLookup(p => p.RunId)).ToList();
        foreach (var run in _runs.Reverse())
        {
            html.Line($"<tr><td>{NumberFormat.Day(run.Time)}</td><td><code>{Short(run.Commit)}</code></td>{Markup.Join(points.Select(p => Cell(p[run.RunId].FirstOrDefault())))}</tr>");
        }
        html.Line($"</tbody></table></div></details></figure>");
    }

    /// <summary>What the script needs: places on the axis, and lines of [place, median, low, high, valid, level change, text].</summary>
    public object Data()
    {
        var places = _runs.Select((run, index) => (run.RunId, index)).ToDictionary(run => run.RunId, run => run.index);
        return new
        {
            unit = _unit.Unit,
            runs = _runs.Select(run => new[] { NumberFormat.Day(run.Time), Short(run.Commit) }),
            lines = _lines.Select(line => new
            {
                name = line.Name,
                look = _context.LookOf(line.Series.Key.Backend),
                variant = line.Variant,
                points = line.Series.Points.OrderBy(p => places[p.RunId]).Select(p => new object?[]
                {
                    places[p.RunId], p.Median / _unit.Factor, p.Low / _unit.Factor, p.High / _unit.Factor, p.IsValid, p.LevelChange, Text(p),
                }),
            }),
        };
    }

    private Markup Cell(HistoryPoint? point) => point is null
        ? new Markup("<td class=\"num empty\">–</td>")
        : Markup.Of($"<td class=\"num\">{_unit.Of(point.Median)} <small>[{_unit.Of(point.Low)}, {_unit.Of(point.High)}]{(point.LevelChange is { } c ? " level " + NumberFormat.Change(c) : "")}{(point.IsValid ? "" : " wrong result")}</small></td>");

    private string Text(HistoryPoint point)
    {
        string text = $"{_unit.Of(point.Median)} {_unit.Unit} [{_unit.Of(point.Low)}, {_unit.Of(point.High)}], {point.Samples} {(point.Samples == 1 ? "sample" : "samples")}";
        return text + (point.LevelChange is { } change ? $", level {NumberFormat.Change(change)}" : "") + (point.IsValid ? "" : ", wrong result");
    }

    private string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{_key.Benchmark} over {_runs.Count} runs: {string.Join("; ", _lines.Select(line => $"{line.Name} last {NumberFormat.Value(line.Series.Points[^1].Median, _key.Unit)}"))}");

    /// <summary>The backend, and of label, engine and machine what tells lines of one backend apart.</summary>
    private static string NameOf(SeriesKey key, IReadOnlyList<HistorySeries> all)
    {
        var same = all.Where(s => s.Key.Backend == key.Backend).Select(s => s.Key).ToList();
        var parts = new List<string> { key.Backend };
        if (same.Select(k => k.Label).Distinct().Count() > 1 && key.Label.Length > 0)
        {
            parts.Add(key.Label);
        }
        if (same.Select(k => k.Engine).Distinct().Count() > 1)
        {
            parts.Add(key.Engine);
        }
        if (same.Select(k => k.Machine).Distinct().Count() > 1)
        {
            parts.Add("on " + key.Machine);
        }
        return string.Join(", ", parts);
    }

    private static string Short(string? commit) => commit is null ? "" : commit.Length > 10 ? commit[..8] : commit;
}
