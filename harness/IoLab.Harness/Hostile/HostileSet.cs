using System.Globalization;
using System.IO.Enumeration;
using IoLab.Contract;
using IoLab.Harness.Corpus;

namespace IoLab.Harness.Hostile;

/// <summary>Reads the hostile set: programs whose leading comments state limits (<c># limits: time 5s, memory 100M</c>) and ends (<c># ends: memory, exception</c>).</summary>
public static class HostileSet
{
    /// <summary>The area its results stand under.</summary>
    public const string Area = "hostile";

    /// <summary>What holds where a program states nothing.</summary>
    public static readonly RunLimits DefaultLimits = new() { Time = TimeSpan.FromSeconds(5), MemoryBytes = 200L << 20, OutputBytes = 1 << 20 };

    private static readonly Dictionary<string, Outcome> Ends = new(StringComparer.Ordinal)
    {
        ["normal"] = Outcome.Completed,
        ["exception"] = Outcome.Raised,
        ["syntax"] = Outcome.SyntaxError,
        ["time"] = Outcome.TimedOut,
        ["steps"] = Outcome.StepLimit,
        ["output"] = Outcome.OutputLimit,
        ["memory"] = Outcome.OutOfMemory,
    };

    /// <summary>The programs whose names match, ordered by name.</summary>
    /// <param name="dirPath">The folder.</param>
    /// <param name="filters">Globs over names; empty means all.</param>
    /// <exception cref="HarnessException">The folder is missing, a program states what cannot be understood, or a filter matches nothing.</exception>
    public static IReadOnlyList<HostileProgram> Load(string dirPath, IReadOnlyList<string>? filters = null)
    {
        if (!Directory.Exists(dirPath)) throw new HarnessException($"no hostile set at {dirPath}; run from the repository");
        string[] names = [.. Directory.EnumerateFiles(dirPath, "*.io").Select(filePath => Path.GetFileNameWithoutExtension(filePath)).Order(StringComparer.Ordinal)];
        string? useless = filters?.FirstOrDefault(filter => !names.Any(name => Matches(filter, name)));
        if (useless is not null) throw new HarnessException($"no hostile program matches '{useless}'; list them with: iolab conform --hostile --list");
        return
        [
            .. names.Where(name => filters is null or [] || filters.Any(filter => Matches(filter, name)))
                .Select(name => Path.Combine(dirPath, name + ".io")).Select(filePath => Parse(File.ReadAllText(filePath), filePath)),
        ];
    }

    /// <summary>Reads one program.</summary>
    /// <exception cref="HarnessException">It states no ends, or something that cannot be understood.</exception>
    public static HostileProgram Parse(string source, string filePath)
    {
        RunLimits limits = DefaultLimits;
        var ends = new HashSet<Outcome>();
        foreach (CommentEntry entry in LeadingComments.Read(source))
        {
            switch (entry.Key)
            {
                case "limits":
                    limits = Words(entry).Aggregate(limits, (all, word) => Limit(all, word) ?? throw Error(filePath, entry, $"'{word}' is no limit; write time 5s, memory 100M, output 1M, steps 1000 or frames 1000"));
                    break;
                case "ends":
                    foreach (string word in Words(entry))
                    {
                        ends.Add(Ends.TryGetValue(word, out Outcome end) ? end : throw Error(filePath, entry, $"'{word}' is no end; known: {string.Join(", ", Ends.Keys)}"));
                    }

                    break;
            }
        }

        return ends.Count > 0
            ? new HostileProgram(Path.GetFileNameWithoutExtension(filePath), source, limits, ends)
            : throw new HarnessException($"{filePath}: states no ends; write a comment such as # ends: memory, exception");
    }

    private static bool Matches(string filter, string name) =>
        FileSystemName.MatchesSimpleExpression(filter.StartsWith(Area + "/", StringComparison.Ordinal) ? filter[(Area.Length + 1)..] : filter, name, ignoreCase: false);

    private static string[] Words(CommentEntry entry) => entry.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static RunLimits? Limit(RunLimits limits, string text) => text.Split(' ') switch
    {
        ["time", var time] when time.EndsWith('s') && Number(time[..^1]) is { } seconds => limits with { Time = TimeSpan.FromSeconds(seconds) },
        ["memory", var size] when Size(size) is { } bytes => limits with { MemoryBytes = bytes },
        ["output", var size] when Size(size) is { } bytes => limits with { OutputBytes = bytes },
        ["steps", var count] when Number(count) is { } steps => limits with { Steps = (long)steps },
        ["frames", var count] when Number(count) is { } frames => limits with { Frames = (int)frames },
        _ => null,
    };

    private static long? Size(string text) => text switch
    {
        [.., 'K'] => (long?)Number(text[..^1]) << 10,
        [.., 'M'] => (long?)Number(text[..^1]) << 20,
        _ => null,
    };

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number > 0 ? number : null;

    private static HarnessException Error(string filePath, CommentEntry entry, string message) => new($"{filePath}:{entry.Line}: {message}");
}
