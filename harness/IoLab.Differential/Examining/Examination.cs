using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Examining;

/// <summary>What the backends said of one program.</summary>
public sealed record Examination
{
    /// <summary>The program.</summary>
    public required IoProgram Program { get; init; }
    /// <summary>Each backend's result, in the order of the examiner's backends.</summary>
    public required IReadOnlyList<(string Backend, RunResult Result)> Results { get; init; }
    /// <summary>How they divide. Who hit a limit that says nothing of right and wrong does not vote.</summary>
    public required Vote Vote { get; init; }
    /// <summary>The disagreement, or null when all agree or nobody ended.</summary>
    public Disagreement? Disagreement { get; init; }
    /// <summary>The first difference between two sides that disagree; null without a disagreement, and when everybody crashed alike.</summary>
    public Difference? Difference { get; init; }
    /// <summary>The two sides of <see cref="Difference"/>; the right one is accused.</summary>
    public (string Left, string Right)? Sides { get; init; }
    /// <summary>Did at least two backends vote, and come to an end?</summary>
    public bool HasVerdict { get; init; }
    /// <summary>The known classes that explain all that differs, in which case there is no disagreement; empty otherwise.</summary>
    public IReadOnlyList<string> Excused { get; init; } = [];
    /// <summary>A disagreement that was not there any more when the program ran again in fresh sessions: of a reset, or of chance. Null when there was none.</summary>
    public Disagreement? Fleeting { get; init; }
}

/// <summary>The kind of a disagreement: what a reducer keeps and a signature is made of. Equal kinds are the same disagreement, as far as can be told without a location.</summary>
/// <param name="Vote">How the backends divide.</param>
/// <param name="Accused">The backends of the minority without where they run, sorted, joined by commas; all of them when nobody can tell.</param>
/// <param name="Component">The component that is suspected, such as <c>evaluation/closure</c>; several are joined by commas; <see cref="Undecided"/> when nobody can tell.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Outcomes">The outcomes of the two sides, such as <c>Completed|Raised</c>, or the exception types when those differ.</param>
public sealed record Disagreement(VoteKind Vote, string Accused, string Component, DifferenceKind Kind, string Outcomes)
{
    /// <summary>What stands for the component when nobody can tell.</summary>
    public const string Undecided = "undecided";

    /// <summary>What the accusation rests on.</summary>
    public BlameBasis Basis { get; init; }
}
