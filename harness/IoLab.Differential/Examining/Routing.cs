using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Examining;

/// <summary>From a vote to a disagreement: who is accused, of what, in which component.</summary>
public static class Routing
{
    private const string Language = "language/";
    private const string Lexer = "lexer/";

    /// <summary>Judges results. Answers the vote, and when they disagree the disagreement, the first difference and its two sides, of which the right one is accused.</summary>
    /// <param name="results">Who says what; those who do not vote are left out.</param>
    /// <param name="policy">How results are compared.</param>
    /// <param name="trust">Whom to believe where the vote does not decide.</param>
    public static (Vote Vote, Disagreement? Disagreement, Difference? Difference, (string Left, string Right)? Sides) Judge(
        IReadOnlyList<(IBackend Backend, RunResult Result)> results, ComparisonPolicy policy, Trust trust)
    {
        if (results.Count == 0) return (Vote.Nobody, null, null, null);
        Vote vote = Vote.Count(results, policy, trust);
        if (vote.Blame is not { } blame) return (vote, SharedCrash(results, vote), null, null);

        ((IBackend Backend, RunResult Result) left, (IBackend Backend, RunResult Result) right) = Sides(results, vote, blame, trust);
        Difference difference = ResultComparer.Compare(left.Result, right.Result, policy)
            ?? throw new InvalidOperationException($"{left.Backend.Name} and {right.Backend.Name} are on different sides and agree");
        var disagreement = new Disagreement(vote.Kind, Names(blame.Accused), Component(blame, results), difference.Kind, Outcomes(difference, left.Result, right.Result)) { Basis = blame.Basis };
        return (vote, disagreement, difference, (left.Backend.Name, right.Backend.Name));
    }

    /// <summary>That everybody crashes is agreement and yet a fault.</summary>
    private static Disagreement? SharedCrash(IReadOnlyList<(IBackend Backend, RunResult Result)> results, Vote vote)
    {
        if (results[0].Result.Outcome != Outcome.Crashed) return null;
        IEnumerable<string> shared = results.Select(entry => entry.Backend.Components.AsEnumerable()).Aggregate(Enumerable.Intersect);
        string component = string.Join(',', shared) is { Length: > 0 } names ? names : Disagreement.Undecided;
        return new Disagreement(vote.Kind, Names(results.Select(entry => entry.Backend.Name)), component, DifferenceKind.Outcome, $"{Outcome.Crashed}|{Outcome.Crashed}") { Basis = BlameBasis.Evidence };
    }

    /// <summary>The most trusted of those who are right and the first of the accused who differs from it; of two when nobody can tell.</summary>
    private static ((IBackend Backend, RunResult Result) Left, (IBackend Backend, RunResult Result) Right) Sides(
        IReadOnlyList<(IBackend Backend, RunResult Result)> results, Vote vote, Blame blame, Trust trust)
    {
        (IBackend Backend, RunResult Result)[] trusted = [.. results.OrderBy(entry => trust.Rank(entry.Backend.Name))];
        (IBackend Backend, RunResult Result) left = trusted.FirstOrDefault(entry => !blame.Accused.Contains(entry.Backend.Name), trusted[0]);
        VoteGroup home = vote.Groups.First(group => group.Backends.Contains(left.Backend.Name));
        return (left, trusted.First(entry => !home.Backends.Contains(entry.Backend.Name) && blame.Accused.Contains(entry.Backend.Name)));
    }

    private static string Component(Blame blame, IReadOnlyList<(IBackend Backend, RunResult Result)> results)
    {
        if (blame.Suspects.Count == 0) return Disagreement.Undecided;
        // Whether a text is a program is the language's business alone, when some say it is and others that it is not.
        bool isAboutSyntax = results.Any(entry => entry.Result.Outcome == Outcome.SyntaxError) && results.Any(entry => entry.Result.Outcome is Outcome.Completed or Outcome.Raised);
        string[] language = [.. blame.Suspects.Where(suspect => suspect.StartsWith(Language, StringComparison.Ordinal) || suspect.StartsWith(Lexer, StringComparison.Ordinal))];
        return string.Join(',', isAboutSyntax && language.Length > 0 ? language : blame.Suspects);
    }

    private static string Outcomes(Difference difference, RunResult left, RunResult right) => difference.Kind == DifferenceKind.ExceptionType
        ? $"{left.Exception?.Type}|{right.Exception?.Type}"
        : $"{left.Outcome}|{right.Outcome}";

    private static string Names(IEnumerable<string> backends) => string.Join(',', backends.Select(Trust.Bare).Distinct().Order(StringComparer.Ordinal));
}
