using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IoLab.Differential.Examining;
using IoLab.Harness;

namespace IoLab.Differential.Findings;

/// <summary>A finding that is known, explained and excused for a time.</summary>
public sealed record KnownFinding
{
    /// <summary>A glob with <c>*</c> and <c>?</c> over <see cref="Findings.Signature.Text"/>.</summary>
    [JsonRequired]
    public string Signature { get; init; } = "";
    /// <summary>Why it is excused.</summary>
    [JsonRequired]
    public string Reason { get; init; } = "";
    /// <summary>The last day on which it is.</summary>
    [JsonRequired]
    public DateOnly Expires { get; init; }

    /// <summary>Does it speak of this finding?</summary>
    public bool Matches(Signature signature) => FileSystemName.MatchesSimpleExpression(Signature.Replace("\\", "\\\\", StringComparison.Ordinal), signature.Text, ignoreCase: false);
}

/// <summary>
/// The list of known findings, <c>conformance/known-findings.json</c>: findings by their signature, and classes of differences with a backend. They are still counted; an entry that
/// has expired excuses nothing and fails whoever asks.
/// </summary>
/// <param name="Entries">The findings.</param>
public sealed record KnownFindings(IReadOnlyList<KnownFinding> Entries)
{
    private const string NameOfClass = "name";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>None.</summary>
    public static KnownFindings None { get; } = new([]);

    /// <summary>The classes of differences.</summary>
    public IReadOnlyList<KnownDifference> Differences { get; init; } = [];

    /// <summary>Reads the list; a missing file is an empty one.</summary>
    /// <exception cref="HarnessException">It is malformed, lacks a member, has one too many, or lists a signature twice.</exception>
    public static KnownFindings Load(string filePath) => File.Exists(filePath) ? Parse(File.ReadAllText(filePath), filePath) : None;

    /// <summary>Reads the list from text.</summary>
    /// <param name="json">An array of objects: with <c>signature</c>, <c>reason</c>, <c>expires</c> (yyyy-mm-dd), or with <c>name</c> and the members of <see cref="KnownDifference"/>.</param>
    /// <param name="filePath">Where it came from, for messages.</param>
    /// <exception cref="HarnessException">See <see cref="Load"/>.</exception>
    public static KnownFindings Parse(string json, string filePath)
    {
        try
        {
            JsonNode?[] all = JsonSerializer.Deserialize<JsonNode?[]>(json, Json) ?? [];
            ILookup<bool, JsonNode?> byKind = all.ToLookup(entry => entry is JsonObject members && members.ContainsKey(NameOfClass));
            KnownFinding[] entries = [.. byKind[false].Select(entry => entry.Deserialize<KnownFinding>(Json)!)];
            KnownDifference[] differences = [.. byKind[true].Select(entry => entry.Deserialize<KnownDifference>(Json)!)];
            (string Key, string Reason)[] reasons = [.. entries.Select(entry => (entry.Signature, entry.Reason)), .. differences.Select(entry => (entry.Name, entry.Reason))];
            if (reasons.FirstOrDefault(entry => string.IsNullOrWhiteSpace(entry.Reason)).Key is { } silent) throw new HarnessException($"{filePath}: {silent} has no reason");
            if (differences.FirstOrDefault(entry => entry.Fault() is not null) is { } faulty) throw new HarnessException($"{filePath}: {faulty.Name}: {faulty.Fault()}");
            return reasons.GroupBy(entry => entry.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
                ? throw new HarnessException($"{filePath}: {twice.Key} is listed twice")
                : new KnownFindings(entries) { Differences = differences };
        }
        catch (JsonException e)
        {
            throw new HarnessException($"{filePath}: {e.Message}", e);
        }
    }

    /// <summary>The entry that excuses a finding on a day, or null.</summary>
    public KnownFinding? Excuse(Signature signature, DateOnly today) => Entries.FirstOrDefault(entry => entry.Expires >= today && entry.Matches(signature));

    /// <summary>Is this the name of a class of differences?</summary>
    public bool Names(string name) => Differences.Any(difference => difference.Name == name);

    /// <summary>The classes of differences that hold on a day.</summary>
    public KnownDifferences On(DateOnly today) => new([.. Differences.Where(difference => difference.Expires >= today)]);

    /// <summary>The entries that excuse nothing any more, by signature or name, with their last day: they are to be renewed with a reason, or removed.</summary>
    public IReadOnlyList<(string Entry, DateOnly Expires)> Expired(DateOnly today) =>
    [
        .. Entries.Where(entry => entry.Expires < today).Select(entry => (entry.Signature, entry.Expires)),
        .. Differences.Where(entry => entry.Expires < today).Select(entry => (entry.Name, entry.Expires)),
    ];
}
