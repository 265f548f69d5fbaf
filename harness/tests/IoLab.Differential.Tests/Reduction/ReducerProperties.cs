using FsCheck;
using FsCheck.Fluent;
using IoLab.Differential.Campaigns;
using IoLab.Differential.Reduction;
using IoLab.Language;

namespace IoLab.Differential.Tests.Reduction;

/// <summary>What holds of every reduction, shown on random programs in which somebody looks for planted names.</summary>
[CancelAfter(120_000)]
public class ReducerProperties
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(40);

    [Test]
    public void What_somebody_looks_for_is_all_that_stays() => Check((seed, planted) =>
    {
        string source = RandomPrograms.Create(seed, planted);
        ReductionResult result = Reduce(source, planted);
        Assert.That(result.After.Messages, Is.EqualTo(planted).Or.EqualTo(planted + 1), $"{source}\n----\n{result.Source}");
        return result.End == ReductionEnd.Finished && HasAll(result.Source, planted);
    });

    [Test]
    public void The_number_of_jobs_does_not_matter() => Check((seed, planted) =>
    {
        string source = RandomPrograms.Create(seed, planted);
        ReductionResult one = Reduce(source, planted);
        return new[] { 2, 4 }.All(jobs => Reduce(source, planted, new ReductionOptions { Jobs = jobs }) == one);
    });

    [Test]
    public void A_test_limit_gives_the_same_for_any_number_of_jobs() => Check((seed, planted) =>
    {
        string source = RandomPrograms.Create(seed, planted);
        ReductionResult one = Reduce(source, planted, new ReductionOptions { MaxTests = 7 });
        return one.Tests <= 7 && HasAll(one.Source, planted) && Reduce(source, planted, new ReductionOptions { MaxTests = 7, Jobs = 3 }) == one;
    });

    [Test]
    public void A_reduction_that_was_interrupted_goes_on_to_the_same_result() => Check((seed, planted) =>
    {
        string source = RandomPrograms.Create(seed, planted);
        ReductionResult whole = Reduce(source, planted);
        using var folder = new TemporaryFolder();
        var options = new ReductionOptions { JournalFilePath = folder.PathOf("journal"), Jobs = 1 + (seed % 3) };
        int left = 1 + (seed % 20);
        try
        {
            Reducer.ReduceAsync(source, (text, _) => Interlocked.Decrement(ref left) < 0 ? throw new InvalidOperationException("killed") : Task.FromResult(HasAll(text, planted)), options).GetAwaiter().GetResult();
        }
        catch (InvalidOperationException)
        {
            // The process that did this is gone; half a line of its last write is there.
            File.AppendAllText(options.JournalFilePath!, "boring 0123");
        }

        return Reduce(source, planted, options) == whole;
    });

    [Test]
    public void A_predicate_that_wants_the_shape_too_keeps_it() => Check((seed, planted) =>
    {
        string source = RandomPrograms.Create(seed, planted);
        int calls = source.Count(c => c == '(') / 2;
        Task<bool> IsInteresting(string text, CancellationToken _) => Task.FromResult(Compiles(text) && text.Count(c => c == '(') >= calls);
        ReductionResult result = Reducer.ReduceAsync(source, IsInteresting).GetAwaiter().GetResult();
        return IsInteresting(result.Source, default).Result && result.After.Messages <= result.Before.Messages;
    });

    internal static bool HasAll(string text, int planted)
    {
        Assert.That(Compiles(text), text);
        HashSet<string> names = [.. Parser.Tokens(text).Select(token => token.Name)];
        return Enumerable.Range(0, planted).All(i => names.Contains($"mark{i}"));
    }

    internal static bool Compiles(string text)
    {
        try
        {
            Parser.Tokens(text);
            return true;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }

    private static ReductionResult Reduce(string source, int planted, ReductionOptions? options = null) =>
        Reducer.ReduceAsync(source, async (text, stop) =>
        {
            if (options?.Jobs > 1) await Task.Delay(text.Length % 3, stop);
            return HasAll(text, planted);
        }, options).GetAwaiter().GetResult();

    private static void Check(Func<int, int, bool> property) => Prop.ForAll(RandomPrograms.Seeds, one => property(one.Seed, one.Planted)).Check(Few);
}
