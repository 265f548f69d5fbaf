using IoLab.Contract;

namespace IoLab.Reports.Html;

/// <summary>Where it was measured, by what, and how to do it again.</summary>
internal static class EnvironmentSection
{
    public static void Write(ReportContext context, HtmlOutput html)
    {
        var model = context.Model;
        if (model.Environment is { } environment)
        {
            html.Line($"<section id=\"environment\"><h2>Where was this measured?</h2>\n<table class=\"facts\"><tbody>");
            foreach (var (name, value) in Facts(environment))
            {
                html.Line($"<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>");
            }
            foreach (var backend in model.Backends)
            {
                string text = string.Join(", ", new[] { backend.Version, backend.Description }.Where(part => !string.IsNullOrEmpty(part)));
                html.Line($"<tr><th scope=\"row\">{context.Mark(backend.Name)}{backend.Name}</th><td>{(text.Length == 0 ? "no version given" : text)}</td></tr>");
            }
            html.Line($"</tbody></table></section>");
        }
        if (model.Commands.Count > 0)
        {
            html.Line($"<section id=\"repeat\"><h2>How to do it again</h2>\n<dl class=\"commands\">");
            foreach (var command in model.Commands)
            {
                html.Line($"<dt>{command.Purpose}</dt><dd><pre>{command.CommandLine}</pre></dd>");
            }
            html.Line($"</dl></section>");
        }
    }

    private static IEnumerable<(string Name, string Value)> Facts(EnvironmentInfo e)
    {
        yield return ("processor", $"{e.Processor}, {e.Cores} logical {(e.Cores == 1 ? "processor" : "processors")}");
        yield return ("memory", NumberFormat.Value(e.Memory.Value, "B"));
        yield return ("operating system", e.OperatingSystem);
        yield return ("runtime", e.Runtime);
        yield return ("runtime settings", e.RuntimeSettings);
        yield return ("frequency governor", e.Governor ?? "not readable");
        yield return ("virtual", e.IsVirtual switch { true => "yes, as far as one can tell", false => "no", null => "unknown" });
        if (e.LoadAverage is { } load)
        {
            yield return ("load at the start", NumberFormat.Significant(load, 2));
        }
        if (e.Commit is not null)
        {
            yield return ("IoLab", e.Branch is null ? e.Commit : $"{e.Commit} on {e.Branch}");
        }
        yield return ("fingerprint", e.Fingerprint);
    }
}
