using System.Reflection;
using IoLab.Reports.Html;

namespace IoLab.Reports;

/// <summary>
/// The report as one self-contained HTML file: no address outside the file is ever asked for, and without scripts everything but the charts
/// is there, their data included.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the file's text. The writer's encoding must be UTF-8.</summary>
    public static void Write(ReportModel model, TextWriter output)
    {
        var context = new ReportContext(model);
        var html = new HtmlOutput(output);
        html.Line($"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        html.Line($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">");
        // Belt and braces for data from strangers: even if a value escaped its quotes it could not fetch or send anything.
        html.Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">");
        html.Line($"<title>{ReportVerdict.Of(model).Word}: {model.Title} - IoLab</title>");
        html.Line(new Markup($"<style>\n{Resource("report.css")}</style>\n<noscript><style>.chart {{ display: none; }}</style></noscript>\n</head>\n<body>"));
        HeadSection.Write(context, html);
        html.Line($"<main>");
        GateSection.Write(context, html);
        ConformanceSection.Write(context, html);
        CoverageSection.Write(context, html);
        BenchmarkSection.Write(context, html);
        HistorySection.Write(context, html);
        EnvironmentSection.Write(context, html);
        html.Line($"</main>");
        html.Line(new Markup($"<script>{Resource("report.js")}</script>\n</body>\n</html>"));
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this build of IoLab.Reports");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
