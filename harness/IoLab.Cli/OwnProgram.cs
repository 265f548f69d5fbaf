using System.Globalization;
using System.Reflection;
using IoLab.Contract;
using IoLab.External;

namespace IoLab.Cli;

/// <summary>This program as users start it, <c>iolab run --backend NAME file</c>: what the start-up of our own machines is measured on.</summary>
internal static class OwnProgram
{
    /// <summary>The words that start it; null when this process is not that program (a test's host, say).</summary>
    public static IReadOnlyList<string>? Words =>
        Assembly.GetEntryAssembly() != typeof(OwnProgram).Assembly || Environment.ProcessPath is not { } processFilePath ? null
        : Path.GetFileNameWithoutExtension(processFilePath) == "dotnet" ? [processFilePath, typeof(OwnProgram).Assembly.Location]
        : [processFilePath];

    /// <summary>A backend of our own as a program of its own; null when this process is not that program.</summary>
    /// <param name="name">The backend's name.</param>
    /// <param name="options">Settings of its sessions; of these, the slowing down is passed on.</param>
    public static IBackend? Of(string name, SessionOptions options)
    {
        if (Words is not { } own) return null;
        List<string> words = [.. own, "run", "--backend", name];
        if (options.Debug.SlowBy > 0) words.AddRange(["--slow-by", (options.Debug.SlowBy * 100).ToString("R", CultureInfo.InvariantCulture) + "%"]);
        return new ExternalBackend(new ExternalSettings { Name = name, Command = CommandTemplate.FromWords([.. words, "{file}", "{args}"]) });
    }
}
