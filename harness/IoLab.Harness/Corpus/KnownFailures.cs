using System.Text.Json;
using System.Text.Json.Serialization;

namespace IoLab.Harness.Corpus;

/// <summary>A failure that is known, explained and temporary.</summary>
public sealed record KnownFailure
{
    /// <summary>The case's id, <c>area/name</c>.</summary>
    [JsonRequired]
    public string Case { get; init; } = "";
    /// <summary>The backend's name.</summary>
    [JsonRequired]
    public string Backend { get; init; } = "";
    /// <summary>Why it fails.</summary>
    [JsonRequired]
    public string Reason { get; init; } = "";
    /// <summary>Who removes it: a person or an issue.</summary>
    [JsonRequired]
    public string Owner { get; init; } = "";
    /// <summary>The last day on which it is excused.</summary>
    [JsonRequired]
    public DateOnly Expires { get; init; }
}

/// <summary>The list of known failures. An entry fails the build when its case passes, and when it expires.</summary>
/// <param name="Entries">The entries.</param>
public sealed record KnownFailures(IReadOnlyList<KnownFailure> Entries)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>No known failures.</summary>
    public static KnownFailures None { get; } = new([]);

    /// <summary>Reads the list; a missing file is an empty list.</summary>
    /// <exception cref="HarnessException">It is malformed, lacks a member, has one too many, or lists a case twice.</exception>
    public static KnownFailures Load(string filePath) =>
        File.Exists(filePath) ? Parse(File.ReadAllText(filePath), filePath) : None;

    /// <summary>Reads the list from text.</summary>
    /// <param name="json">An array of objects with <c>case</c>, <c>backend</c>, <c>reason</c>, <c>owner</c>, <c>expires</c> (yyyy-mm-dd).</param>
    /// <param name="filePath">Where it came from, for messages.</param>
    /// <exception cref="HarnessException">See <see cref="Load"/>.</exception>
    public static KnownFailures Parse(string json, string filePath)
    {
        try
        {
            KnownFailure[] entries = JsonSerializer.Deserialize<KnownFailure[]>(json, Json) ?? [];
            IGrouping<(string, string), KnownFailure>? twice = entries.GroupBy(entry => (entry.Case, entry.Backend)).FirstOrDefault(group => group.Count() > 1);
            return twice is null
                ? new KnownFailures(entries)
                : throw new HarnessException($"{filePath}: {twice.Key.Item1} on {twice.Key.Item2} is listed twice");
        }
        catch (JsonException e)
        {
            throw new HarnessException($"{filePath}: {e.Message}", e);
        }
    }

    /// <summary>The entry for a case on a backend, or null.</summary>
    public KnownFailure? Find(string caseId, string backend) => Entries.FirstOrDefault(entry => entry.Case == caseId && entry.Backend == backend);
}
