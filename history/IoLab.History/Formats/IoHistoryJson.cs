using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IoLab.Contract;
using IoLab.History.Analysis;

namespace IoLab.History.Formats;

/// <summary>
/// The Io project's <c>bench/history.json</c>: an array of {date, commit, machine, ioVersion, metrics{name: number}}. Reading is tolerant:
/// what cannot be used is a problem with its index and field, and the rest is read.
/// </summary>
public static class IoHistoryJson
{
    /// <summary>Reads a file's runs.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="backend">The backend's name that the points get.</param>
    /// <exception cref="HistoryFormatException">It is not JSON, or not an array.</exception>
    public static (IReadOnlyList<StoredRun> Runs, IReadOnlyList<ImportProblem> Problems) Read(string json, string backend = "io")
    {
        using var document = Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new HistoryFormatException($"expected an array of entries, found {Name(document.RootElement.ValueKind)}");
        }
        var reader = new EntryReader(backend);
        int index = 0;
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            reader.Read(index++, entry);
        }
        return (reader.Runs, reader.Problems);
    }

    /// <summary>Reads a file into a store. Reading the same file twice adds nothing the second time.</summary>
    /// <exception cref="HistoryFormatException">It is not JSON, or not an array; nothing was added.</exception>
    /// <exception cref="StoreException">The store refused; the runs before are in.</exception>
    public static ImportResult Import(IPointStore store, string json, string backend = "io")
    {
        var (runs, problems) = Read(json, backend);
        var all = problems.ToList();
        int added = 0, known = 0;
        foreach (var (index, run) in runs.Index())
        {
            var result = store.Append(run);
            added += result.Added;
            known += result.AlreadyThere;
            all.AddRange(result.Conflicts.Select(point => new ImportProblem(index, "metrics." + point.Key.Benchmark,
                $"the store has another value for this date, commit and machine than {Text(point.Samples[0].Value)}; the stored one was kept")));
        }
        return new ImportResult(runs.Count, added, known, all);
    }

    /// <summary>
    /// Writes points in the shape of the file: one entry per run and machine, medians of valid points, by date. Series the shape has no
    /// place for (other metrics than rates of micro and times of programs) are left out; filter to one backend first.
    /// </summary>
    /// <returns>How many points were left out.</returns>
    public static int Write(IReadOnlyList<SeriesPoint> points, Stream output)
    {
        if (points.Select(point => (point.Key.Backend, point.Key.Engine, point.Key.Label)).Distinct().Skip(1).Any())
        {
            throw new ArgumentException("the history.json shape has no place for backends, engines or labels: choose one of each (a filter on backend, engine, label)", nameof(points));
        }
        var usable = points.Where(point => point.IsValid && IoHistoryMetrics.CanExport(point.Key)).ToList();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, IndentCharacter = '\t', IndentSize = 1 });
        writer.WriteStartArray();
        foreach (var entry in usable.GroupBy(point => (point.RunId, point.Key.Machine)).OrderBy(group => group.Min(point => point.Time)))
        {
            var first = entry.First();
            writer.WriteStartObject();
            writer.WriteString("date", first.Time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteString("commit", first.Commit);
            writer.WriteString("machine", first.Key.Machine);
            writer.WriteString("ioVersion", first.BackendVersion);
            writer.WriteStartObject("metrics");
            foreach (var point in entry)
            {
                writer.WriteNumber(point.Key.Benchmark, IoHistoryMetrics.FromStored(point.Key, PointSummary.Of(point).Median));
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        return points.Count - usable.Count;
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            throw new HistoryFormatException(
                $"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: not JSON; expected an array of {{date, commit, machine, ioVersion, metrics}}", e);
        }
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        JsonValueKind.Undefined => "nothing",
        _ => "a truth value",
    };

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private sealed class EntryReader(string backend)
    {
        private readonly List<ImportProblem> _problems = [];
        private readonly List<StoredRun> _runs = [];
        private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

        public IReadOnlyList<StoredRun> Runs => _runs;
        public IReadOnlyList<ImportProblem> Problems => _problems;

        public void Read(int index, JsonElement entry)
        {
            if (entry.ValueKind != JsonValueKind.Object)
            {
                Problem(index, "entry", $"expected an object, found {Name(entry.ValueKind)}; left out");
                return;
            }
            if (Date(index, entry) is not { } date)
            {
                return;
            }
            string? commit = TextField(index, entry, "commit", "read without one");
            string machine = TextField(index, entry, "machine", "read as \"unknown\"") ?? "unknown";
            string? version = TextField(index, entry, "ioVersion", "read without one");
            if (!entry.TryGetProperty("metrics", out var metrics) || metrics.ValueKind != JsonValueKind.Object)
            {
                Problem(index, "metrics", $"expected an object of name and number, found {Name(metrics.ValueKind)}; the entry was left out");
                return;
            }
            var id = RunId($"{date:O}|{commit}|{machine}|{version}|{backend}");
            var points = new List<SeriesPoint>();
            foreach (var metric in metrics.EnumerateObject())
            {
                if (Number(index, metric) is not { } number)
                {
                    continue;
                }
                var key = IoHistoryMetrics.Key(metric.Name, machine, backend);
                if (!IoHistoryMetrics.IsKnown(metric.Name))
                {
                    Problem(index, "metrics." + metric.Name, "an unknown name; read as a rate in Mops/s");
                }
                if (points.Any(point => point.Key == key))
                {
                    Problem(index, "metrics." + metric.Name, "appears twice; the first was kept");
                    continue;
                }
                points.Add(new SeriesPoint
                {
                    Key = key, Time = date, RunId = id, Commit = commit, BackendVersion = version,
                    Samples = [new StoredSample(0, 0, 0, 1, IoHistoryMetrics.ToStored(key, number), null)],
                });
            }
            if (points.Count == 0)
            {
                Problem(index, "metrics", "no usable number; the entry was left out");
                return;
            }
            _runs.Add(new StoredRun { Id = id, Time = date, Points = points });
        }

        private DateTimeOffset? Date(int index, JsonElement entry)
        {
            entry.TryGetProperty("date", out var field);
            if (field.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(field.GetString(), CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date))
            {
                return date;
            }
            string found = field.ValueKind == JsonValueKind.String ? $"\"{field.GetString()}\"" : Name(field.ValueKind);
            Problem(index, "date", $"expected a date such as \"2026-06-13\", found {found}; the entry was left out");
            return null;
        }

        private string? TextField(int index, JsonElement entry, string name, string otherwise)
        {
            entry.TryGetProperty(name, out var field);
            switch (field.ValueKind)
            {
                case JsonValueKind.String when !string.IsNullOrWhiteSpace(field.GetString()):
                    return field.GetString();
                case JsonValueKind.Number when name == "ioVersion":
                    return field.GetRawText();
                default:
                    Problem(index, name, $"expected a text, found {Name(field.ValueKind)}; {otherwise}");
                    return null;
            }
        }

        private double? Number(int index, JsonProperty metric)
        {
            if (metric.Value.ValueKind == JsonValueKind.Number && metric.Value.TryGetDouble(out double number) && double.IsFinite(number) && number >= 0)
            {
                return number;
            }
            string found = metric.Value.ValueKind == JsonValueKind.Number ? metric.Value.GetRawText() : Name(metric.Value.ValueKind);
            Problem(index, "metrics." + metric.Name, $"expected a number of zero or more, found {found}; left out");
            return null;
        }

        /// <summary>
        /// The same entry gets the same run id in every import. Entries that agree in everything but their numbers (a commit measured
        /// twice on a day) are told apart by their order in the file.
        /// </summary>
        private Guid RunId(string identity)
        {
            int occurrence = _seen[identity] = _seen.GetValueOrDefault(identity) + 1;
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"io-history|{identity}|{occurrence}"));
            return new Guid(hash.AsSpan(0, 16));
        }

        private void Problem(int index, string field, string message) => _problems.Add(new ImportProblem(index, field, message));
    }
}
