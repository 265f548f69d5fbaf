using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Serialization;
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

/// <summary>The list of known findings, <c>conformance/known-findings.json</c>. They are still counted; an entry that has expired excuses nothing and fails whoever asks.</summary>
/// <param name="Entries">The entries.</param>
public sealed record KnownFindings(IReadOnlyList<KnownFinding> Entries)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>None.</summary>
    public static KnownFindings None { get; } = new([]);

    /// <summary>Reads the list; a missing file is an empty one.</summary>
    /// <exception cref="HarnessException">It is malformed, lacks a member, has one too many, or lists a signature twice.</exception>
    public static KnownFindings Load(string filePath) => File.Exists(filePath) ? Parse(File.ReadAllText(filePath), filePath) : None;

    /// <summary>Reads the list from text.</summary>
    /// <param name="json">An array of objects with <c>signature</c>, <c>reason</c>, <c>expires</c> (yyyy-mm-dd).</param>
    /// <param name="filePath">Where it came from, for messages.</param>
    /// <exception cref="HarnessException">See <see cref="Load"/>.</exception>
    public static KnownFindings Parse(string json, string filePath)
    {
        try
        {
            KnownFinding[] entries = JsonSerializer.Deserialize<KnownFinding[]>(json, Json) ?? [];
            if (entries.FirstOrDefault(entry => string.IsNullOrWhiteSpace(entry.Reason)) is { } silent) throw new HarnessException($"{filePath}: {silent.Signature} has no reason");
            return entries.GroupBy(entry => entry.Signature, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
                ? throw new HarnessException($"{filePath}: {twice.Key} is listed twice")
                : new KnownFindings(entries);
        }
        catch (JsonException e)
        {
            throw new HarnessException($"{filePath}: {e.Message}", e);
        }
    }

    /// <summary>The entry that excuses a finding on a day, or null.</summary>
    public KnownFinding? Excuse(Signature signature, DateOnly today) => Entries.FirstOrDefault(entry => entry.Expires >= today && entry.Matches(signature));

    /// <summary>The entries that excuse nothing any more: they are to be renewed with a reason, or removed.</summary>
    public IReadOnlyList<KnownFinding> Expired(DateOnly today) => [.. Entries.Where(entry => entry.Expires < today)];
}
