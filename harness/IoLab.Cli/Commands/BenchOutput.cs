using System.Text.Json;
using System.Text.RegularExpressions;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Reports;

namespace IoLab.Cli.Commands;

/// <summary>How the results of <c>iolab bench</c> are written.</summary>
internal static partial class BenchOutput
{
    /// <summary>For people: a row per benchmark, a column per backend, speed-ups beside them, the mean below.</summary>
    public static void WriteText(CliHost host, BenchmarkRun run, IReadOnlyList<BenchmarkRow> rows, Participant reference, IReadOnlyList<string> notes)
    {
        string[] names = [.. run.Plan.Participants.Select(participant => participant.Name)];
        string[] others = [.. names.Where(name => name != reference.Name)];
        string[] heads = ["benchmark", "unit", .. names.Select(name => ">" + name), .. others.Select(name => $">{name} vs {reference.Name}")];
        var table = new ConsoleTable(heads);
        AddRows(rows.Take(run.Measurements.Count));
        var means = run.Measurements.Count == 0 ? [] : BenchmarkSummary.GeometricMeans(run, reference).ToDictionary(mean => mean.Participant);
        if (means.Count > 0 && run.Measurements.Count > names.Length)
        {
            int count = means.Values.Max(mean => mean.Benchmarks);
            table.Add([$"geometric mean of {count}", "", .. names.Select(_ => (Cell)""), .. others.Select(name => means.TryGetValue(name, out var mean) ? Speedup(mean.Speedup) : "")]);
        }

        AddRows(rows.Skip(run.Measurements.Count));
        table.Write(host);
        WriteRemarks(host, rows);
        foreach (string note in notes) host.Out.WriteLine($"note: {note}");
        host.Out.WriteLine($"{rows.Count(row => row.Level is not null)} of {rows.Count} measured in {run.Elapsed.TotalSeconds:0} s by {run.Engine}; ± and [] are 95 % intervals");

        void AddRows(IEnumerable<BenchmarkRow> some)
        {
            foreach (IGrouping<string, BenchmarkRow> benchmark in some.GroupBy(Name))
            {
                table.Add([benchmark.Key, .. Levels([.. benchmark], names), .. others.Select(name => Speedup(Find(benchmark, name)))]);
            }
        }
    }

    /// <summary>For programs: rows with intervals, and the raw samples in base units.</summary>
    public static void WriteJson(
        Stream output, BenchmarkRun run, IReadOnlyList<BenchmarkRow> rows, string reference, EnvironmentInfo environment, IReadOnlyList<string> notes) =>
        JsonOutput.Write(output, "iolab-bench/1", json =>
        {
            json.WriteString("run", run.RunId);
            json.WriteString("time", run.Time);
            json.WriteString("engine", run.Engine);
            json.WriteString("machine", environment.Fingerprint);
            json.WriteString("commit", environment.Commit);
            json.WriteString("reference", reference);
            json.WriteNumber("elapsedSeconds", run.Elapsed.TotalSeconds);
            json.WriteBoolean("cutShort", run.IsCutShort);
            json.WriteStartArray("notes");
            foreach (string note in notes) json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            for (int i = 0; i < rows.Count; i++) WriteRow(json, rows[i], i < run.Measurements.Count ? run.Measurements[i] : null);
            json.WriteEndArray();
        });

    private static void WriteRow(Utf8JsonWriter json, BenchmarkRow row, Measurement? measurement)
    {
        json.WriteStartObject();
        json.WriteString("suite", row.Suite);
        json.WriteString("benchmark", row.Benchmark);
        json.WriteString("metric", row.Metric);
        json.WriteString("unit", row.Unit);
        json.WriteString("backend", row.Backend);
        WriteEstimate(json, "level", row.Level);
        WriteEstimate(json, "speedup", row.Speedup);
        json.WriteFinite("allocatedPerIteration", row.AllocatedPerIteration);
        json.WriteString("failure", row.Failure);
        json.WriteStartArray("remarks");
        foreach (string remark in row.Remarks) json.WriteStringValue(remark);
        json.WriteEndArray();
        json.WriteStartArray("samples");
        foreach (MeasuredSample sample in measurement?.Samples ?? [])
        {
            json.WriteStartObject();
            json.WriteNumber("invocation", sample.Invocation);
            json.WriteNumber("round", sample.Round);
            json.WriteNumber("order", sample.Order);
            json.WriteNumber("iterations", sample.Raw.Iterations);
            json.WriteFinite("elapsedNs", sample.Raw.Elapsed.Value);
            json.WriteFinite("anchorNs", sample.Anchor?.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEstimate(Utf8JsonWriter json, string name, Estimate? estimate)
    {
        if (estimate is not { } given)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteFinite("value", given.Value);
        json.WriteFinite("low", given.Low);
        json.WriteFinite("high", given.High);
        json.WriteFinite("confidence", given.Confidence);
        json.WriteEndObject();
    }

    /// <summary>The name of a row; a metric that is not the suite's only one is named too.</summary>
    private static string Name(BenchmarkRow row) => row.Metric is "rate" or "time" ? $"{row.Suite}/{row.Benchmark}" : $"{row.Suite}/{row.Benchmark} {row.Metric}";

    private static BenchmarkRow? Find(IEnumerable<BenchmarkRow> rows, string backend) => rows.FirstOrDefault(row => row.Backend == backend);

    /// <summary>The unit, then each backend's level: one scale for the row, so that its numbers compare.</summary>
    private static IEnumerable<Cell> Levels(IReadOnlyList<BenchmarkRow> rows, string[] names)
    {
        double least = rows.Where(row => row.Level is not null).Select(row => row.Level!.Value.Value).DefaultIfEmpty(1).Min();
        UnitScale scale = NumberFormat.ScaleFor(least, rows[0].Unit);
        return [scale.Unit, .. names.Select(name => Level(Find(rows, name), scale))];
    }

    private static Cell Level(BenchmarkRow? row, UnitScale scale)
    {
        if (row?.Level is not { } level) return Cell.Bad(row is null ? "-" : "failed");
        double half = (level.High - level.Low) / 2 / level.Value;
        return $"{Short(level.Value / scale.Factor)} ±{Short(half * 100, 2)} %";
    }

    private static Cell Speedup(BenchmarkRow? row) => row?.Speedup is { } speedup ? Speedup(speedup) : "-";

    private static Cell Speedup(Estimate speedup)
    {
        string text = $"{Short(speedup.Value)}× [{Short(speedup.Low)}, {Short(speedup.High)}]";
        return speedup.Low > 1 ? Cell.Good(text) : speedup.High < 1 ? Cell.Bad(text) : Cell.Quiet(text);
    }

    /// <summary>Fewer digits than elsewhere: two machines then fit into 80 columns.</summary>
    private static string Short(double value, int digits = 3) => NumberFormat.Significant(value, digits);

    /// <summary>Failures one by one; of remarks that differ only in their numbers, the first and how many there are.</summary>
    private static void WriteRemarks(CliHost host, IReadOnlyList<BenchmarkRow> rows)
    {
        foreach (BenchmarkRow row in rows.Where(row => row.Failure is not null)) host.Out.WriteLine($"{Name(row)} on {row.Backend}: {row.Failure!.Split('\n')[0]}");
        var remarks = rows.SelectMany(row => row.Remarks.Select(remark => (Row: row, Text: remark)));
        foreach (var alike in remarks.GroupBy(remark => Numbers().Replace(remark.Text, "#")))
        {
            (BenchmarkRow row, string text) = alike.First();
            string more = alike.Skip(1).Any() ? $" (and {alike.Count() - 1} more like it)" : "";
            host.Out.WriteLine($"{Name(row)} on {row.Backend}: {text}{more}");
        }
    }

    [GeneratedRegex(@"[0-9][0-9.,]*")]
    private static partial Regex Numbers();
}
