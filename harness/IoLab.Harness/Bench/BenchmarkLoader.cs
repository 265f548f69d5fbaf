using System.Globalization;
using System.IO.Enumeration;
using IoLab.Contract;
using IoLab.Harness.Corpus;

namespace IoLab.Harness.Bench;

/// <summary>
/// Reads benchmark files, <c>benchmarks/&lt;suite&gt;/&lt;name&gt;.io</c>. Their leading comments state <c>unit</c>, <c>operations</c>, <c>direction</c>, <c>metric</c>,
/// <c>expect</c> or <c>expect(n)</c>, <c>geomean</c>, <c>measures</c>, <c>needs</c>, <c>include</c>, <c>default</c>.
/// </summary>
public static class BenchmarkLoader
{
    private static readonly string[] Known = ["unit", "operations", "direction", "metric", "expect", "expect(n)", "geomean", "measures", "needs", "include", "default"];

    /// <summary>
    /// All benchmarks whose <c>suite/name</c>, name or suite matches one of the globs, ordered by id; no globs means all but those that say <c>default: no</c>.
    /// </summary>
    /// <exception cref="HarnessException">The folder is missing, a file is malformed, or a filter matches nothing.</exception>
    public static IReadOnlyList<BenchmarkDefinition> Load(string benchmarksDirPath, IReadOnlyList<string>? filters = null)
    {
        if (!Directory.Exists(benchmarksDirPath))
        {
            throw new HarnessException($"no benchmarks at {benchmarksDirPath}; run from the repository, or name the folder with --benchmarks");
        }

        BenchmarkDefinition[] all = [.. Directory.EnumerateDirectories(benchmarksDirPath)
            .SelectMany(suite => Directory.EnumerateFiles(suite, "*.io").Select(file => Parse(File.ReadAllText(file), Path.GetFileName(suite), file)))
            .OrderBy(definition => definition.Id, StringComparer.Ordinal)];
        string? unmatched = (filters ?? []).FirstOrDefault(filter => !all.Any(definition => Matches(filter, definition)));
        if (unmatched is not null)
        {
            throw new HarnessException($"no benchmark matches '{unmatched}'; there are: {string.Join(", ", all.Select(definition => definition.Id))}");
        }

        return filters is null or [] ? [.. all.Where(definition => definition.IsDefault)] : [.. all.Where(definition => filters.Any(filter => Matches(filter, definition)))];
    }

    /// <summary>Parses one file.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="suite">Its suite.</param>
    /// <param name="filePath">Its path, for the name and for messages.</param>
    /// <exception cref="HarnessException">It is malformed; the message names the line.</exception>
    public static BenchmarkDefinition Parse(string source, string suite, string filePath)
    {
        var entries = new Dictionary<string, CommentEntry>(StringComparer.Ordinal);
        foreach (CommentEntry entry in LeadingComments.Read(source))
        {
            if (LeadingComments.DidYouMean(entry.Key, Known) is { } meant && !Known.Contains(entry.Key))
            {
                throw Error(filePath, entry, $"unknown entry '{entry.Key}'; did you mean '{meant}'?");
            }

            if (Known.Contains(entry.Key) && !entries.TryAdd(entry.Key, entry))
            {
                throw Error(filePath, entry, $"'{entry.Key}' is stated twice");
            }
        }

        MeasurementUnit unit = ParseUnit(entries, filePath);
        return new BenchmarkDefinition
        {
            Suite = suite,
            Name = Path.GetFileNameWithoutExtension(filePath),
            Source = entries.TryGetValue("include", out CommentEntry? include) ? IncludedFiles.Expand(source, suite, include, filePath) : source,
            Unit = unit,
            Operations = ParseOperations(entries, filePath),
            Direction = ParseDirection(entries, unit, filePath),
            Metric = entries.TryGetValue("metric", out CommentEntry? metric) ? metric.Value : unit.IsRate ? "rate" : "time",
            Expectation = ParseExpectation(entries, filePath),
            IsInGeometricMean = ParseYesOrNo(entries, "geomean", filePath),
            IsDefault = ParseYesOrNo(entries, "default", filePath),
            Measures = !entries.TryGetValue("measures", out CommentEntry? measures) ? MeasuredPhase.Run : measures.Value switch
            {
                "run" => MeasuredPhase.Run,
                "start" => MeasuredPhase.Start,
                _ => throw Error(filePath, measures, $"measures is run or start, not '{measures.Value}'"),
            },
            Needs = CaseDirectivesParser.Parse(entries.TryGetValue("needs", out CommentEntry? needs) ? $"# needs: {needs.Value}" : "", filePath).Needs,
        };
    }

    /// <summary>Yes unless it says no.</summary>
    private static bool ParseYesOrNo(Dictionary<string, CommentEntry> entries, string key, string filePath) =>
        !entries.TryGetValue(key, out CommentEntry? entry) || entry.Value switch
        {
            "yes" => true,
            "no" => false,
            _ => throw Error(filePath, entry, $"{key} is yes or no, not '{entry.Value}'"),
        };

    private static MeasurementUnit ParseUnit(Dictionary<string, CommentEntry> entries, string filePath)
    {
        if (!entries.TryGetValue("unit", out CommentEntry? entry))
        {
            throw new HarnessException($"{filePath}: the header lacks '# unit: ...'; known: {UnitNames()}");
        }

        return MeasurementUnit.All.FirstOrDefault(unit => unit.Name == entry.Value) ?? throw Error(filePath, entry, $"unknown unit '{entry.Value}'; known: {UnitNames()}");

        static string UnitNames() => string.Join(", ", MeasurementUnit.All.Select(unit => unit.Name));
    }

    private static double ParseOperations(Dictionary<string, CommentEntry> entries, string filePath)
    {
        if (!entries.TryGetValue("operations", out CommentEntry? entry))
        {
            return 1;
        }

        return double.TryParse(entry.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double operations) && operations > 0 && double.IsFinite(operations)
            ? operations
            : throw Error(filePath, entry, $"operations must be a number above zero, not '{entry.Value}'");
    }

    private static Direction ParseDirection(Dictionary<string, CommentEntry> entries, MeasurementUnit unit, string filePath)
    {
        Direction natural = unit.IsRate ? Direction.HigherIsBetter : Direction.LowerIsBetter;
        if (!entries.TryGetValue("direction", out CommentEntry? entry))
        {
            return natural;
        }

        Direction stated = entry.Value switch
        {
            "higher" => Direction.HigherIsBetter,
            "lower" => Direction.LowerIsBetter,
            _ => throw Error(filePath, entry, $"direction is higher or lower, not '{entry.Value}'"),
        };
        return stated == natural ? stated : throw Error(filePath, entry, $"of {unit.Name}, {(natural == Direction.HigherIsBetter ? "higher" : "lower")} is better");
    }

    private static ResultExpectation ParseExpectation(Dictionary<string, CommentEntry> entries, string filePath)
    {
        entries.TryGetValue("expect", out CommentEntry? constant);
        if (entries.TryGetValue("expect(n)", out CommentEntry? computed))
        {
            try
            {
                return constant is null
                    ? new ResultExpectation.Computed(ArithmeticExpression.Parse(computed.Value))
                    : throw Error(filePath, computed, "state 'expect' or 'expect(n)', not both");
            }
            catch (FormatException e)
            {
                throw Error(filePath, computed, e.Message);
            }
        }

        return constant?.Value switch
        {
            null => throw new HarnessException($"{filePath}: the header lacks '# expect: TEXT', '# expect(n): EXPRESSION' or '# expect: none'; a time without a checked result is worth nothing"),
            "none" => new ResultExpectation.Unchecked(),
            string text => new ResultExpectation.Constant(text),
        };
    }

    private static bool Matches(string filter, BenchmarkDefinition definition) =>
        FileSystemName.MatchesSimpleExpression(filter, definition.Id) || FileSystemName.MatchesSimpleExpression(filter, definition.Name) || filter == definition.Suite;

    private static HarnessException Error(string filePath, CommentEntry entry, string message) => new($"{filePath}:{entry.Line}: {message}");
}
