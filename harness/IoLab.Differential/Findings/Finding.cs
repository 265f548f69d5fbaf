using System.Text.Json.Serialization;
using IoLab.Contract;
using IoLab.Differential.Examining;

namespace IoLab.Differential.Findings;

/// <summary>A disagreement that is remembered: located, reduced, stored once however often it is met.</summary>
/// <remarks>Two records of one finding combine (<see cref="Merge"/>) in any order and any number of times to the same.</remarks>
public sealed record Finding
{
    /// <summary>What makes it this finding.</summary>
    public required Signature Signature { get; init; }
    /// <summary>Its name: the signature's.</summary>
    [JsonIgnore]
    public string Id => Signature.Id;
    /// <summary>The program that stands for it: of all that are known the one with the lowest number.</summary>
    public required FindingProgram Program { get; init; }
    /// <summary>When it was first met.</summary>
    public required DateTimeOffset FirstSeen { get; init; }
    /// <summary>When it was last met.</summary>
    public required DateTimeOffset LastSeen { get; init; }
    /// <summary>How often, by where.</summary>
    public IReadOnlyList<FindingCount> Counts { get; init; } = [];
    /// <summary>What a person decided last.</summary>
    public FindingStatus Status { get; init; } = FindingStatus.Open;

    /// <summary>How many programs have hit it.</summary>
    [JsonIgnore]
    public long Count => Counts.Sum(count => count.Programs);

    /// <summary>Is it open: not closed, or met again after it was closed?</summary>
    [JsonIgnore]
    public bool IsOpen => Status.State == FindingState.Open || LastSeen > Status.Since;

    /// <summary>Was it closed and met again?</summary>
    [JsonIgnore]
    public bool IsReopened => Status.State == FindingState.Closed && IsOpen;

    /// <summary>Two records of the same finding as one: the lowest program stands for it, of each place the larger count holds, the latest decision counts.</summary>
    /// <exception cref="ArgumentException">They are different findings.</exception>
    public Finding Merge(Finding other)
    {
        if (other.Id != Id) throw new ArgumentException($"{other.Id} is another finding than {Id}", nameof(other));
        return this with
        {
            Program = other.Program.CompareTo(Program) < 0 ? other.Program : Program,
            FirstSeen = other.FirstSeen < FirstSeen ? other.FirstSeen : FirstSeen,
            LastSeen = other.LastSeen > LastSeen ? other.LastSeen : LastSeen,
            Counts = [.. Counts.Concat(other.Counts).GroupBy(count => count.Place, StringComparer.Ordinal).Select(same => same.Max()!).OrderBy(count => count.Place, StringComparer.Ordinal)],
            Status = other.Status.CompareTo(Status) > 0 ? other.Status : Status,
        };
    }
}

/// <summary>A program that shows a finding, and what was seen.</summary>
public sealed record FindingProgram : IComparable<FindingProgram>
{
    /// <summary>Its number in its campaign; 0 for one that belongs to none.</summary>
    public long Number { get; init; }
    /// <summary>Where it was met, as in <see cref="FindingCount.Place"/>.</summary>
    public required string Place { get; init; }
    /// <summary>The text that regenerates it, or null.</summary>
    public string? Seed { get; init; }
    /// <summary>It, as it was made.</summary>
    public required string Source { get; init; }
    /// <summary>It, reduced; the same as <see cref="Source"/> when it was not.</summary>
    public required string Reduced { get; init; }
    /// <summary>What the reduced program shows.</summary>
    public required Disagreement Disagreement { get; init; }
    /// <summary>The signature before reduction.</summary>
    public required Signature RawSignature { get; init; }
    /// <summary>The difference in a line.</summary>
    public required string Difference { get; init; }
    /// <summary>Who took part.</summary>
    public required IReadOnlyList<FindingBackend> Backends { get; init; }
    /// <summary>What was not as usual, in words, for people.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
    /// <summary>Where the traces part, or null when that was not looked for.</summary>
    public FindingLocation? Location { get; init; }

    /// <summary>By number, then by everything that may differ between programs of the same number.</summary>
    public int CompareTo(FindingProgram? other)
    {
        if (other is null) return 1;
        int order = Number.CompareTo(other.Number);
        foreach ((string left, string right) in Texts().Zip(other.Texts()))
        {
            if (order != 0) return order;
            order = string.CompareOrdinal(left, right);
        }

        return order;
    }

    private IEnumerable<string> Texts() => [Place, Seed ?? "", Source, Reduced, Difference, FindingFormat.Text(this)];
}

/// <summary>A backend that took part.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, or null when it does not tell.</param>
public sealed record FindingBackend(string Name, string? Version)
{
    /// <summary>Ids of the bugs that were planted in its sessions.</summary>
    public IReadOnlyList<string> Mutants { get; init; } = [];
}

/// <summary>Where two traces part.</summary>
/// <param name="Left">Whose events the left ones are: the side that is thought right.</param>
/// <param name="Right">Whose the right ones are.</param>
/// <param name="Index">The number of the first differing event.</param>
/// <param name="LeftEvents">The left side's events around it.</param>
/// <param name="RightEvents">The right side's.</param>
public sealed record FindingLocation(string Left, string Right, long Index, IReadOnlyList<TraceEvent> LeftEvents, IReadOnlyList<TraceEvent> RightEvents);

/// <summary>How many programs of one place have hit a finding. A place is worked through in order by one worker, so of two counts the further one holds the other.</summary>
/// <param name="Place">A campaign, or a lane of one; <c>by hand</c> for what nobody generated.</param>
/// <param name="Last">The highest program number that is counted.</param>
/// <param name="Programs">How many programs.</param>
public sealed record FindingCount(string Place, long Last, long Programs) : IComparable<FindingCount>
{
    /// <summary>The place of programs that belong to no campaign.</summary>
    public const string ByHand = "by hand";

    /// <summary>How far it has come, then how many it is.</summary>
    public int CompareTo(FindingCount? other) => other is null ? 1 : (Last, Programs).CompareTo((other.Last, other.Programs));

    /// <summary>With one more program; the same when that program, or a later one, is counted already.</summary>
    public FindingCount With(long number) => number <= Last ? this : this with { Last = number, Programs = Programs + 1 };
}

/// <summary>What a person decided of a finding.</summary>
public enum FindingState
{
    /// <summary>Nothing yet.</summary>
    Open,
    /// <summary>It is mended, or no fault.</summary>
    Closed,
}

/// <summary>A decision.</summary>
/// <param name="State">Which.</param>
/// <param name="Since">When it was made.</param>
/// <param name="Note">Why, or null.</param>
public sealed record FindingStatus(FindingState State, DateTimeOffset Since, string? Note) : IComparable<FindingStatus>
{
    /// <summary>Nobody has decided anything.</summary>
    public static FindingStatus Open { get; } = new(FindingState.Open, DateTimeOffset.MinValue, null);

    /// <summary>By time; decisions of the same moment have some order.</summary>
    public int CompareTo(FindingStatus? other) => other is null ? 1
        : Since != other.Since ? Since.CompareTo(other.Since)
        : State != other.State ? State.CompareTo(other.State)
        : string.CompareOrdinal(Note, other.Note);
}
