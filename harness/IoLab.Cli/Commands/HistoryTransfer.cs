using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Contract;
using IoLab.History;
using IoLab.History.Formats;
using IoLab.History.Sqlite;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab history import</c> and <c>export</c>.</summary>
internal static class HistoryTransfer
{
    /// <summary>Reads a file of either shape into the store. Reading it again adds nothing.</summary>
    public static int Import(string storeFilePath, string filePath, string backend, CliHost host)
    {
        string text = ReadAll(filePath, host);
        using SqliteStore store = SqliteStore.Open(storeFilePath);
        ImportResult result = IoLabJson.IsOurs(text) ? IoLabJson.Import(store, text) : IoHistoryJson.Import(store, text, backend);
        foreach (ImportProblem problem in result.Problems) host.Warn($"{filePath}: {problem}");
        host.Out.WriteLine($"{result.Added} points of {result.Runs} runs added, {result.AlreadyThere} were there already");
        return result.Runs == 0 && result.Problems.Count > 0 ? ExitCode.Usage : ExitCode.Fine;
    }

    /// <summary>Writes what passes the filter to a file, or to standard output when it is called <c>-</c>.</summary>
    public static int Export(string storeFilePath, string filePath, PointFilter filter, HistoryShape shape, CliHost host)
    {
        using SqliteStore store = HistoryCommand.Open(storeFilePath);
        using var text = new MemoryStream();
        int count;
        string what;
        if (shape == HistoryShape.IoLab)
        {
            count = IoLabJson.Export(store, filter, text);
            what = $"{count} points written";
        }
        else
        {
            IReadOnlyList<SeriesPoint> points = store.Points(filter);
            try
            {
                int left = IoHistoryJson.Write(points, text);
                what = $"{points.Count - left} points written, {left} left out that the shape has no place for";
            }
            catch (ArgumentException e)
            {
                throw new UsageException(e.Message, e);
            }
        }

        if (filePath == "-")
        {
            host.OutputStream.Write(text.ToArray());
            return ExitCode.Fine;
        }

        File.WriteAllBytes(filePath, text.ToArray());
        host.Error.WriteLine($"iolab: {what} to {filePath}");
        return ExitCode.Fine;
    }

    private static string ReadAll(string filePath, CliHost host)
    {
        if (filePath != "-") return File.Exists(filePath) ? File.ReadAllText(filePath) : throw new UsageException($"there is no file {filePath}");
        using var reader = new StreamReader(host.OpenInput());
        return reader.ReadToEnd();
    }
}
