namespace IoLab.Reports.Tests;

/// <summary>Reports as text.</summary>
internal static class Render
{
    public static string Html(ReportModel model) => Text(output => HtmlReport.Write(model, output));

    public static string Markdown(ReportModel model) => Text(output => MarkdownReport.Write(model, output));

    public static string JUnit(ReportModel model) => Text(output => JUnitReport.Write(model, output));

    private static string Text(Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        return output.ToString();
    }
}

/// <summary>Compares text with a file in <c>snapshots/</c>; with IOLAB_UPDATE_SNAPSHOTS=FOLDER it writes the file there instead.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable("IOLAB_UPDATE_SNAPSHOTS") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, name), actual);
            return;
        }
        string expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "snapshots", name));
        Assert.That(actual, Is.EqualTo(expected), $"snapshot {name}: if the change is meant, set IOLAB_UPDATE_SNAPSHOTS to the snapshots folder and run again");
    }
}
