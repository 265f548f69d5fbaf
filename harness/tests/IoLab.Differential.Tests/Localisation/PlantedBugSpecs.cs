using IoLab.Closure;
using IoLab.Contract;
using IoLab.Differential.Localisation;
using IoLab.Tree;

namespace IoLab.Differential.Tests.Localisation;

/// <summary>A bug planted in a real machine, deep in a long trace.</summary>
[CancelAfter(600_000)]
public class PlantedBugSpecs
{
    private const long Strike = 1_234_567;

    /// <summary>A loop that counts down: with the mutant <c>ForOverrun</c> it turns once more than it should.</summary>
    private const string Downwards = "for(i, 3, 1, -1, Lobby)\n";

    private static readonly RunLimits Limits = new() { Time = TimeSpan.FromMinutes(5) };

    [Test]
    public async Task It_is_located_at_event_1234567_in_fewer_than_40_runs_and_100_MB()
    {
        string source = await SourceThatStrikesAtAsync(Strike);
        var tree = new TracedSide(new TreeBackend(), SessionOptions.Deterministic);
        var mutant = new TracedSide(new ClosureBackend(), SessionOptions.Deterministic with { Mutants = ["ForOverrun"] });

        GC.Collect();
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        Location found;
        await using (new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before), null, 0, 5))
        {
            found = await new TraceLocator(tree, mutant).LocateAsync(new IoProgram { Source = source, Label = "planted.io" }, Limits);
        }

        await TestContext.Out.WriteLineAsync($"event {found.Index:N0} of {found.Left.Events:N0}: {found.Runs} runs, at most {most:N0} bytes held");
        Assert.Multiple(() =>
        {
            Assert.That((found.Kind, found.Index), Is.EqualTo((LocationKind.Differs, Strike)), found.Detail);
            Assert.That(found.Runs, Is.LessThan(40));
            Assert.That(most, Is.LessThan(100_000_000));
            Assert.That(found.Right.At(Strike), Is.EqualTo(found.Right.At(Strike - 1)! with { Index = Strike }), "the loop's body once more");
            Assert.That(found.Left.At(Strike)!.Location, Is.Not.EqualTo(found.Right.At(Strike)!.Location));
        });
    }

    /// <summary>A program of 1.3 million events: turns of a loop, sends that fill up, the loop that goes wrong, more turns.</summary>
    private static async Task<string> SourceThatStrikesAtAsync(long strike)
    {
        long none = await CountAsync(Before(0, 0)), one = await CountAsync(Before(1, 0)), perTurn = one - none;
        long turns = (strike - none) / perTurn, filling = strike - none - (turns * perTurn);
        string before = Before(turns, filling);
        Assert.That(await CountAsync(before), Is.EqualTo(strike));
        return before + Turns((1_300_000 - strike) / perTurn);

        static string Before(long turns, long filling) => Turns(turns) + string.Concat(Enumerable.Repeat("Lobby\n", (int)filling)) + Downwards;

        static string Turns(long turns) => $"{turns} repeat(x := list(1, 2) append(3); x last + 1)\n";
    }

    private static async Task<long> CountAsync(string source)
    {
        await using ISession session = await new ClosureBackend().StartAsync(SessionOptions.Deterministic with { Trace = new TraceOptions() });
        return (await session.RunAsync(new IoProgram { Source = source, Label = "planted.io" }, Limits)).Trace!.Events;
    }
}
