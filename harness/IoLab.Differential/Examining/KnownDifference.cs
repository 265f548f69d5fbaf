using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Examining;

/// <summary>
/// A class of differences between one backend and all others that is explained and excused for a time: it is counted and not looked into. What it excuses is told by what
/// the two sides say, line by line, and by the program's text.
/// </summary>
public sealed partial record KnownDifference
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Its name, which campaigns count it by.</summary>
    [JsonRequired]
    public string Name { get; init; } = "";
    /// <summary>A glob over the name of the backend that stands alone.</summary>
    [JsonRequired]
    public string Backend { get; init; } = "";
    /// <summary>What that backend says: a regular expression over the whole of a differing line, or of several where lines have no counterpart; an end is <c>Raised (type: message)</c>.</summary>
    [JsonRequired]
    public string Theirs { get; init; } = "";
    /// <summary>What all others say.</summary>
    [JsonRequired]
    public string Others { get; init; } = "";
    /// <summary>
    /// A regular expression over the whole of what both say, that backend first, with a unit separator (<c>\x1f</c>) between them: for what one side says in terms of the other. Null where they may say anything else.
    /// </summary>
    public string? Pair { get; init; }
    /// <summary>The sides must be the same but for numbers that differ by no more than this part of them; null where they may say anything else.</summary>
    public double? Within { get; init; }
    /// <summary>A regular expression that the program's text must contain; null for any program.</summary>
    public string? Program { get; init; }
    /// <summary>Why it is excused.</summary>
    [JsonRequired]
    public string Reason { get; init; } = "";
    /// <summary>The last day on which it is.</summary>
    [JsonRequired]
    public DateOnly Expires { get; init; }

    /// <summary>What is wrong with its expressions, or null.</summary>
    public string? Fault()
    {
        try
        {
            foreach (string? pattern in (string?[])[Program, Theirs, Others, Pair]) _ = new Regex(pattern ?? "", RegexOptions.None, Patience);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    /// <summary>Is the backend that stands alone the one it speaks of?</summary>
    public bool Concerns(string backend) => FileSystemName.MatchesSimpleExpression(Backend, Trust.Bare(backend), ignoreCase: false);

    /// <summary>Does it speak of this program?</summary>
    public bool IsAbout(string source) => Program is null || Regex.IsMatch(source, Program, RegexOptions.CultureInvariant, Patience);

    /// <summary>Does it explain what the sides say?</summary>
    public bool Explains(string theirs, string others) =>
        IsWhole(Theirs, theirs) && IsWhole(Others, others) && (Pair is null || IsWhole(Pair, $"{theirs}\u001f{others}")) && (Within is not { } within || AreClose(theirs, others, within));

    private static bool AreClose(string theirs, string others, double within)
    {
        if (Number().Replace(theirs, "0") != Number().Replace(others, "0")) return false;
        IEnumerable<(double Their, double Other)> pairs = Number().Matches(theirs).Zip(Number().Matches(others), (their, other) => (Value(their), Value(other)));
        return pairs.All(pair => Math.Abs(pair.Their - pair.Other) <= within * Math.Abs(pair.Other));

        static double Value(Match match) => double.Parse(match.Value, CultureInfo.InvariantCulture);
    }

    private static bool IsWhole(string pattern, string text) => Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.Singleline, Patience);

    [GeneratedRegex(@"\d+(\.\d+)?(e[-+]?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
