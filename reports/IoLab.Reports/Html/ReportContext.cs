using System.Globalization;
using IoLab.Contract;

namespace IoLab.Reports.Html;

/// <summary>What the sections share: the model, the order of backends and their marks.</summary>
internal sealed class ReportContext
{
    /// <summary>Colours and shapes in report.css and charts.js; the seventh backend looks like the first again.</summary>
    private const int Looks = 6;

    private readonly List<string> _backends;

    public ReportContext(ReportModel model)
    {
        Model = model;
        _backends = [.. model.Backends.Select(backend => backend.Name)];
        _backends.AddRange(model.Cases.Select(result => result.Backend)
            .Concat(model.Benchmarks.Select(row => row.Backend))
            .Concat(model.History.Select(series => series.Key.Backend))
            .Distinct().Except(_backends).Order(StringComparer.Ordinal));
    }

    public ReportModel Model { get; }

    /// <summary>Those of the report's backends that are among these, in the report's order.</summary>
    public IReadOnlyList<string> InOrder(IEnumerable<string> names)
    {
        var present = names.ToHashSet();
        return [.. _backends.Where(present.Contains)];
    }

    /// <summary>A backend's look, from 1.</summary>
    public int LookOf(string backend) => Math.Max(0, _backends.IndexOf(backend)) % Looks + 1;

    /// <summary>A small mark in a backend's colour and shape.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="variant">Which of its series on one chart: the first is filled, others are hollow.</param>
    public Markup Mark(string backend, int variant = 0)
    {
        int look = LookOf(backend);
        string hollow = variant > 0 ? " hollow" : "";
        // The same shapes as the charts' symbols: circle, diamond, square, triangle, pin upside down, bar.
        string shape = look switch
        {
            1 => "<circle cx=\"6\" cy=\"6\" r=\"4\"/>",
            2 => "<path d=\"M6 1 11 6 6 11 1 6z\"/>",
            3 => "<path d=\"M2 2h8v8H2z\"/>",
            4 => "<path d=\"M6 1.5 11 10H1z\"/>",
            5 => "<path d=\"M6 10.500 1 2h10z\"/>",
            _ => "<path d=\"M1 4h10v4H1z\"/>",
        };
        return new Markup(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"mark look-{look}{hollow}\" viewBox=\"0 0 12 12\" aria-hidden=\"true\">{shape}</svg>"));
    }

    /// <summary>The icon of a verdict.</summary>
    public static Markup Icon(Verdict verdict) => new("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">" + (verdict switch
    {
        Verdict.Pass => "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"m7 12.500 3.500 3.500 6.500-7.500\"/>",
        Verdict.Fail => "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"m8 8 8 8m0-8-8 8\"/>",
        Verdict.Undecidable => "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M9 9.500a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.100-1.500 2.100m0 2.600v.1\"/>",
        _ => "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M7.500 12h9\"/>",
    }) + "</svg>");

    /// <summary>The class that colours a verdict.</summary>
    public static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail => "fail",
        Verdict.Undecidable => "undecided",
        _ => "none",
    };
}
