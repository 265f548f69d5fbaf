using IoLab.Contract;

namespace IoLab.Reports.Html;

/// <summary>Title, verdict and the figures at a glance.</summary>
internal static class HeadSection
{
    public static void Write(ReportContext context, HtmlOutput html)
    {
        var model = context.Model;
        var verdict = ReportVerdict.Of(model);
        html.Line($"<header>\n<p class=\"brand\">IoLab <span>report</span></p>");
        html.Line($"<button id=\"theme\" type=\"button\" hidden><span></span></button>");
        html.Line($"<h1>{model.Title}</h1>");
        html.Line($"<p class=\"byline\">{NumberFormat.Time(model.Time)}{Where(model.Environment)}</p>");
        html.Line($"<div class=\"verdict {ReportContext.ClassOf(verdict.Verdict)}\" role=\"status\">{ReportContext.Icon(verdict.Verdict)}");
        html.Line($"<p><strong>{verdict.Word}.</strong> {verdict.Sentence}</p></div>");
        Glance(context, html);
        foreach (string note in model.Notes)
        {
            html.Line($"<p class=\"note\">{note}</p>");
        }
        html.Line($"</header>");
    }

    private static Markup Where(EnvironmentInfo? environment) => environment switch
    {
        null => Markup.None,
        { Commit: { } commit } => Markup.Of($" · {environment.Processor} · IoLab <code>{commit}</code>"),
        _ => Markup.Of($" · {environment.Processor}"),
    };

    private static void Glance(ReportContext context, HtmlOutput html)
    {
        var model = context.Model;
        var figures = new List<Markup>();
        if (model.Cases.Count > 0)
        {
            int judged = model.Cases.Count(result => ReportVerdict.IsFailure(result) || result.Status == CaseStatus.Passed);
            int passed = model.Cases.Count(result => result.Status == CaseStatus.Passed);
            figures.Add(Markup.Of($"<div><dt>conformance results as expected</dt><dd>{NumberFormat.Count(passed)} <small>of {NumberFormat.Count(judged)}</small></dd></div>"));
        }
        foreach (var mean in GeometricMean.Of(model))
        {
            string reference = model.ReferenceBackend is { } name ? $" vs. {name}" : "";
            figures.Add(Markup.Of($"<div><dt>{context.Mark(mean.Backend)}{mean.Backend}{reference}, {mean.Suite}</dt>"
                + $"<dd>{NumberFormat.Speedup(mean.Speedup.Value)} <small>{NumberFormat.RatioInterval(mean.Speedup)}</small></dd></div>"));
        }
        if (model.Findings.Count > 0)
        {
            int worse = model.Findings.Count(finding => finding.Verdict == Verdict.Fail);
            figures.Add(Markup.Of($"<div><dt>series that got worse</dt><dd>{worse} <small>of {model.Findings.Count}</small></dd></div>"));
        }
        if (figures.Count > 0)
        {
            html.Line($"<dl class=\"glance\">{Markup.Join(figures)}</dl>");
        }
    }
}
