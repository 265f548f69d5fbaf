using System.Globalization;
using System.Text.Json;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.History;
using IoLab.History.Analysis;
using IoLab.History.Sqlite;
using IoLab.Reports;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab history list</c> and <c>show</c>: what is stored.</summary>
internal static class HistoryCommand
{
    /// <summary>Lists the series.</summary>
    public static int List(string storeFilePath, PointFilter filter, OutputFormat format, CliHost host)
    {
        using SqliteStore store = Open(storeFilePath);
        IReadOnlyList<SeriesInfo> series = store.Series(filter);
        if (format == OutputFormat.Json)
        {
            JsonOutput.Write(host.OutputStream, "iolab-series/1", json =>
            {
                json.WriteStartArray("series");
                foreach (SeriesInfo one in series)
                {
                    json.WriteStartObject();
                    WriteKey(json, one.Key);
                    json.WriteNumber("points", one.Points);
                    json.WriteString("first", one.First);
                    json.WriteString("last", one.Last);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return ExitCode.Fine;
        }

        if (series.Count == 0) return Nothing(host);
        var table = new ConsoleTable("suite", "benchmark", "metric", "backend", "engine", "label", ">points", "first", "last", "machine");
        foreach (SeriesInfo one in series)
        {
            SeriesKey key = one.Key;
            table.Add(key.Suite, key.Benchmark, $"{key.Metric} ({key.Unit})", key.Backend, key.Engine, key.Label, $"{one.Points}", Day(one.First), Day(one.Last), key.Machine);
        }

        table.Write(host);
        return ExitCode.Fine;
    }

    /// <summary>Shows the points of each series, with changes of level between the rows.</summary>
    public static int Show(string storeFilePath, PointFilter filter, OutputFormat format, CliHost host)
    {
        using SqliteStore store = Open(storeFilePath);
        IReadOnlyList<SeriesPoint> points = store.Points(filter);
        IReadOnlyList<SeriesSummary> series = SeriesSummary.Of(points);
        if (format == OutputFormat.Json)
        {
            JsonOutput.Write(host.OutputStream, "iolab-points/1", json => WriteSeries(json, series));
            return ExitCode.Fine;
        }

        if (series.Count == 0) return Nothing(host);
        foreach (SeriesSummary one in series)
        {
            SeriesKey key = one.Key;
            host.Out.WriteLine($"{key.Suite}/{key.Benchmark} {key.Metric} on {key.Backend}, {key.Engine}{(key.Label.Length > 0 ? $" [{key.Label}]" : "")}, machine {key.Machine}");
            for (int i = 0; i < one.Points.Count; i++)
            {
                foreach (LevelChange change in one.Changes.Where(change => change.Index == i)) host.Out.WriteLine($"    ---- {NumberFormat.Change(change.Ratio)} from here on ----");
                (SeriesPoint point, PointSummary summary) = one.Points[i];
                UnitScale scale = NumberFormat.ScaleFor(summary.Median, key.Unit);
                host.Out.WriteLine($"    {NumberFormat.Time(point.Time)}  {(point.Commit ?? "-")[..Math.Min(10, (point.Commit ?? "-").Length)],-10}  "
                    + $"{scale.Of(summary.Median),10} {scale.Unit,-7} [{scale.Of(summary.LowerQuartile)}, {scale.Of(summary.UpperQuartile)}]  n={summary.Count}");
            }

            host.Out.WriteLine();
        }

        return ExitCode.Fine;
    }

    /// <summary>Opens a store for reading; one that is not there is a usage error that says how to get one.</summary>
    public static SqliteStore Open(string storeFilePath) => File.Exists(storeFilePath)
        ? SqliteStore.Open(storeFilePath)
        : throw new UsageException($"there is no history at {storeFilePath} yet; iolab bench makes one, or iolab history import FILE");

    private static int Nothing(CliHost host)
    {
        host.Out.WriteLine("no stored point fits; iolab history list shows what there is");
        return ExitCode.Fine;
    }

    private static void WriteSeries(Utf8JsonWriter json, IReadOnlyList<SeriesSummary> series)
    {
        json.WriteStartArray("series");
        foreach (SeriesSummary one in series)
        {
            json.WriteStartObject();
            WriteKey(json, one.Key);
            json.WriteStartArray("points");
            foreach ((SeriesPoint point, PointSummary summary) in one.Points)
            {
                json.WriteStartObject();
                json.WriteString("time", point.Time);
                json.WriteString("run", point.RunId);
                json.WriteString("commit", point.Commit);
                json.WriteString("branch", point.Branch);
                json.WriteFinite("median", summary.Median);
                json.WriteFinite("lowerQuartile", summary.LowerQuartile);
                json.WriteFinite("upperQuartile", summary.UpperQuartile);
                json.WriteNumber("samples", summary.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("levelChanges");
            foreach (LevelChange change in one.Changes)
            {
                json.WriteStartObject();
                json.WriteNumber("index", change.Index);
                json.WriteFinite("ratio", change.Ratio);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteKey(Utf8JsonWriter json, SeriesKey key)
    {
        json.WriteString("suite", key.Suite);
        json.WriteString("benchmark", key.Benchmark);
        json.WriteString("metric", key.Metric);
        json.WriteString("unit", key.Unit);
        json.WriteString("direction", JsonNamingPolicy.CamelCase.ConvertName(key.Direction.ToString()));
        json.WriteString("backend", key.Backend);
        json.WriteString("engine", key.Engine);
        json.WriteString("label", key.Label);
        json.WriteString("machine", key.Machine);
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
