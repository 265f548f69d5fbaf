using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Harness.Diff;

namespace IoLab.Differential.SelfTest;

/// <summary>A component and why it is thought to be at fault.</summary>
/// <param name="Component">The component; several are joined by commas; <see cref="Disagreement.Undecided"/> when nobody can tell.</param>
/// <param name="Evidence">What that rests on.</param>
public sealed record ComponentVerdict(string Component, string Evidence);

/// <summary>
/// Finds the component of a build that is at fault, by experiments with a program on which the build disagrees with a sound one. A vote of both builds on all machines tells whether the fault is in
/// one machine's evaluation or in what they share. Of what they share, one component after the other is taken out of the game: plain text needs no lexer worth speaking of, and
/// methods of the library that the program defines again need no prelude. What makes the disagreement vanish is at fault; what is left when nothing does are the primitives.
/// </summary>
/// <param name="sound">The machines of the sound build, the most trusted first.</param>
/// <param name="planted">The same machines of the other build.</param>
/// <param name="prelude">The library's methods in the sound build.</param>
/// <param name="options">How programs are run.</param>
public sealed class ComponentSearch(IReadOnlyList<IBackend> sound, IReadOnlyList<IBackend> planted, PreludeText prelude, ExaminerOptions options)
{
    private static readonly ComparisonPolicy WithoutTraces = ComparisonPolicy.Strict with { Aspects = ComparedAspects.All & ~ComparedAspects.Trace };

    private const string Language = "language/";
    private const string Prelude = "prelude";

    /// <summary>Finds the component.</summary>
    /// <param name="program">A program on which the builds disagree.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<ComponentVerdict> FindAsync(IoProgram program, CancellationToken cancellationToken = default)
    {
        await using var examiner = new Examiner([.. sound, .. planted], options);
        Examination vote = await AskAsync(program.Source).ConfigureAwait(false);
        if (vote.Vote.Blame is not { Suspects.Count: > 0 } blame) return new ComponentVerdict(Disagreement.Undecided, "the builds do not divide over it");

        List<string> suspects = [.. blame.Suspects.Select(PlantedBackend.Bare)];
        if (suspects.Count == 1) return new ComponentVerdict(suspects[0], $"{string.Join(", ", blame.Accused)} against all others");

        if (suspects.Find(suspect => suspect.StartsWith(Language, StringComparison.Ordinal)) is { } language)
        {
            if (PlainText.Of(program.Source) is { } plain && await AgreesAsync(vote, plain).ConfigureAwait(false)) return new ComponentVerdict(language, "the builds agree over the same program in plain text");
            suspects.Remove(language);
        }

        if (suspects.Contains(Prelude))
        {
            foreach (string method in prelude.Redefinitions(program.Source))
            {
                if (await AgreesAsync(vote, method + program.Source).ConfigureAwait(false)) return new ComponentVerdict(Prelude, $"the builds agree when the program begins with {method.TrimEnd()}");
            }

            suspects.Remove(Prelude);
        }

        return new ComponentVerdict(string.Join(',', suspects), "plain text and methods brought along change nothing");

        Task<Examination> AskAsync(string text) => examiner.ExamineAsync(program with { Source = text }, cancellationToken);

        // It must also be the same program: what it does on the sound build is what it did.
        async Task<bool> AgreesAsync(Examination before, string text)
        {
            Examination now = await AskAsync(text).ConfigureAwait(false);
            return now is { Disagreement: null, HasVerdict: true } && ResultComparer.Compare(before.Results[0].Result, now.Results[0].Result, WithoutTraces) is null;
        }
    }
}
