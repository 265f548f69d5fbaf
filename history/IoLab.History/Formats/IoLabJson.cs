using System.Text.Json;
using IoLab.Contract;

namespace IoLab.History.Formats;

/// <summary>
/// IoLab's own exchange format, schema <c>iolab-history/1</c>: runs with their points and raw samples, baselines and renames. What is
/// exported from one store and imported into another is equal to the last bit; importing twice adds nothing.
/// </summary>
public static class IoLabJson
{
    /// <summary>The schema's name and version, the value of the field <c>schema</c>.</summary>
    public const string Schema = "iolab-history/1";

    /// <summary>Writes the runs with the points that pass the filter; all renames; and the baselines whose points are all among them.</summary>
    /// <returns>How many points were written.</returns>
    public static int Export(IPointStore store, PointFilter filter, Stream output)
    {
        var points = store.Points(filter);
        var written = points.Select(point => (point.RunId, point.Key)).ToHashSet();
        var baselines = store.Baselines.List()
            .Select(info => store.Baselines.Find(info.Name, info.Version)!)
            .Where(baseline => baseline.Points.All(point => written.Contains((point.RunId, point.Key))))
            .Select(baseline => new BaselineShape(baseline.Info.Name, baseline.Info.Note,
                [.. baseline.Points.Select(point => new MemberShape(point.RunId, point.Key))]));
        var byRun = points.ToLookup(point => point.RunId);
        var document = new DocumentShape(Schema,
            [.. store.Runs(filter).Select(run => new RunShape(run.Id, run.Time, run.Command, run.Environment, [.. byRun[run.Id]]))],
            [.. baselines], store.Aliases.List());
        JsonSerializer.Serialize(output, document, JsonShapes.Options);
        return points.Count;
    }

    /// <summary>Reads a file into a store.</summary>
    /// <exception cref="HistoryFormatException">It is not JSON, has another schema or an incomplete record; nothing was added.</exception>
    /// <exception cref="StoreException">The store refused; the runs before are in.</exception>
    public static ImportResult Import(IPointStore store, string json)
    {
        var document = Parse(json);
        int added = 0, known = 0;
        var problems = new List<ImportProblem>();
        foreach (var (index, shape) in document.Runs.Index())
        {
            var run = new StoredRun { Id = shape.Id, Time = shape.Time, Command = shape.Command, Environment = shape.Environment, Points = shape.Points };
            var result = store.Append(run);
            added += result.Added;
            known += result.AlreadyThere;
            problems.AddRange(result.Conflicts.Select(point => new ImportProblem(index, $"{point.Key.Benchmark} of {point.Key.Backend}",
                $"the store has other samples for this series in run {point.RunId}; the stored ones were kept")));
        }
        foreach (var alias in document.Aliases)
        {
            store.Aliases.Add(alias.Old, alias.Current);
        }
        ImportBaselines(store, document.Baselines);
        return new ImportResult(document.Runs.Count, added, known, problems);
    }

    /// <summary>Does a file's text look like this format (rather than the Io project's)?</summary>
    public static bool IsOurs(string json)
    {
        var start = json.AsSpan().TrimStart();
        return start.StartsWith("{") && start[..Math.Min(start.Length, 200)].Contains("iolab-history/", StringComparison.Ordinal);
    }

    private static void ImportBaselines(IPointStore store, IReadOnlyList<BaselineShape> baselines)
    {
        foreach (var shape in baselines)
        {
            var members = shape.Points.Select(member => (member.RunId, member.Series)).ToHashSet();
            bool isThere = store.Baselines.List().Where(info => info.Name == shape.Name).Any(info =>
                store.Baselines.Find(info.Name, info.Version)!.Points.Select(point => (point.RunId, point.Key)).ToHashSet().SetEquals(members));
            if (!isThere)
            {
                var points = members.Select(member => member.RunId).Distinct()
                    .SelectMany(run => store.Points(new PointFilter { RunId = run }))
                    .Where(point => members.Contains((point.RunId, point.Key)));
                store.Baselines.Save(shape.Name, [.. points], shape.Note);
            }
        }
    }

    private static DocumentShape Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            string? schema = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("schema", out var field)
                && field.ValueKind == JsonValueKind.String ? field.GetString() : null;
            if (schema != Schema)
            {
                throw new HistoryFormatException($"expected the schema \"{Schema}\", found {(schema is null ? "none" : $"\"{schema}\"")}");
            }
            var shape = document.Deserialize<DocumentShape>(JsonShapes.Options)!;
            foreach (var (index, run) in shape.Runs.Index())
            {
                try
                {
                    PointRules.Check(new StoredRun { Id = run.Id, Time = run.Time, Points = run.Points });
                }
                catch (ArgumentException e)
                {
                    throw new HistoryFormatException($"run {index}: {e.Message}", e);
                }
            }
            return shape;
        }
        catch (JsonException e)
        {
            throw new HistoryFormatException($"{e.Path ?? "$"} (line {(e.LineNumber ?? 0) + 1}): {e.Message}", e);
        }
    }

    private sealed record DocumentShape(
        string Schema, IReadOnlyList<RunShape> Runs, IReadOnlyList<BaselineShape> Baselines, IReadOnlyList<SeriesAlias> Aliases)
    {
        public IReadOnlyList<RunShape> Runs { get; init; } = Runs ?? [];
        public IReadOnlyList<BaselineShape> Baselines { get; init; } = Baselines ?? [];
        public IReadOnlyList<SeriesAlias> Aliases { get; init; } = Aliases ?? [];
    }

    private sealed record RunShape(Guid Id, DateTimeOffset Time, string? Command, EnvironmentInfo? Environment, IReadOnlyList<SeriesPoint> Points)
    {
        public IReadOnlyList<SeriesPoint> Points { get; init; } = Points ?? [];
    }

    private sealed record BaselineShape(string Name, string? Note, IReadOnlyList<MemberShape> Points);

    private sealed record MemberShape(Guid RunId, SeriesKey Series);
}
