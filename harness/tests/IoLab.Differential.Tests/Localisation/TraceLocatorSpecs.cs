using FsCheck;
using FsCheck.Fluent;
using IoLab.Contract;
using IoLab.Differential.Localisation;

namespace IoLab.Differential.Tests.Localisation;

/// <summary>The search for the first differing event, on traces that are known.</summary>
[CancelAfter(60_000)]
public class TraceLocatorSpecs
{
    private static readonly Recording Long = new(20_000, i => (ulong)i / 3);

    [Test]
    public void A_difference_anywhere_in_traces_of_any_length_is_located_exactly() => Prop.ForAll(
        Gen.Choose(0, 6000).SelectMany(length => Gen.Choose(0, length)).SelectMany(index => Gen.Choose(index + 1, index + 6000).Select(length => (Index: index, Length: length))).ToArbitrary(),
        given =>
        {
            var recording = new Recording(given.Length, i => (ulong)(i * 7919 % 13));
            Location found = Locate(recording, recording.ChangedAt(given.Index));
            return (found.Kind, found.Index, found.Left.At(given.Index)!.Name != found.Right.At(given.Index)!.Name) == (LocationKind.Differs, given.Index, true);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void The_end_of_a_trace_that_the_other_one_goes_on_from_is_located_exactly() => Prop.ForAll(
        Gen.Choose(0, 6000).SelectMany(shorter => Gen.Choose(shorter + 1, shorter + 3000).Select(longer => (Shorter: shorter, Longer: longer))).ToArbitrary(),
        given =>
        {
            Recording shorter = Long with { Length = given.Shorter }, longer = Long with { Length = given.Longer };
            Location ends = Locate(shorter, longer), goesOn = Locate(longer, shorter);
            return (ends.Kind, ends.Index, goesOn.Kind, goesOn.Index) == (LocationKind.LeftEnds, given.Shorter, LocationKind.RightEnds, given.Shorter)
                && ends.Right.At(given.Shorter) is not null && ends.Left.At(given.Shorter) is null;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void A_difference_among_millions_takes_six_runs_that_bring_a_thousand_hashes_each()
    {
        var recording = new Recording(2_500_000, i => (ulong)i);
        var left = new RecordedBackend("a", recording);
        Location found = Locate(left, new RecordedBackend("b", recording.ChangedAt(1_234_567)));
        Assert.That((found.Kind, found.Index, found.Runs), Is.EqualTo((LocationKind.Differs, 1_234_567, 6)));
        Assert.That(left.MostCheckpoints, Is.LessThanOrEqualTo(1000));
        Assert.That(left.Asked.SkipLast(1).Select(asked => asked.Window), Is.All.Null);
    }

    [Test]
    public void Five_events_before_the_difference_and_three_after_it_are_shown()
    {
        Location found = Locate(Long, Long.ChangedAt(10));
        Assert.That(found.Left.Around.Select(happened => happened.Index), Is.EqualTo(new[] { 5, 6, 7, 8, 9, 10, 11, 12, 13 }));
        Assert.That(found.Signature, Is.EqualTo("Send a 3 | Send b 18446744073709551612"));
        Assert.That(Locate(Long, Long.ChangedAt(1)).Right.Around.Select(happened => happened.Index), Is.EqualTo(new[] { 0, 1, 2, 3, 4 }));
    }

    [Test]
    public void Equal_traces_take_two_runs()
    {
        Location found = Locate(Long, Long with { });
        Assert.That((found.Kind, found.Index, found.Runs, found.Left.Events, found.Signature), Is.EqualTo((LocationKind.Same, (long?)null, 2, 20_000, (string?)null)));
    }

    [Test]
    public void A_backend_that_takes_no_close_checkpoints_gives_an_interval()
    {
        var coarse = new RecordedBackend("b", Long.ChangedAt(12_345)) { SmallestInterval = 10 };
        Location found = Locate(new RecordedBackend("a", Long), coarse);
        Assert.That((found.Kind, found.Detail), Is.EqualTo((LocationKind.Undecided, "the difference is among 10 events from 12340 on: the backends take no common checkpoints closer together")));
    }

    [Test]
    public void A_limit_of_steps_strikes_at_the_same_event_every_time()
    {
        Location found = Locate(Long with { Length = 15_000, Outcome = Outcome.StepLimit }, Long);
        Assert.That((found.Kind, found.Index, found.Left.Outcome), Is.EqualTo((LocationKind.LeftEnds, 15_000, Outcome.StepLimit)));
    }

    [Test]
    public void A_difference_before_a_limit_of_time_is_located_though_the_runs_end_elsewhere_every_time()
    {
        var cut = new RecordedBackend("a", run => Long with { Length = 9000 + (run * 111), Outcome = Outcome.TimedOut });
        Location found = Locate(cut, new RecordedBackend("b", Long.ChangedAt(6000)));
        Assert.That((found.Kind, found.Index), Is.EqualTo((LocationKind.Differs, 6000)));
    }

    [Test]
    public void Where_a_limit_of_time_strikes_is_no_difference()
    {
        Location found = Locate(new RecordedBackend("a", Long), new RecordedBackend("b", Long with { Length = 9000, Outcome = Outcome.TimedOut }));
        Assert.That((found.Kind, found.Detail, found.Runs), Is.EqualTo((LocationKind.Undecided, "b was ended by its limit of time, and there is no difference before that", 2)));
    }

    [Test]
    public void A_limit_that_strikes_before_the_difference_when_run_again_is_said()
    {
        var slower = new RecordedBackend("a", run => Long with { Length = run == 0 ? 20_000 : 3000, Outcome = Outcome.TimedOut });
        Location found = Locate(slower, new RecordedBackend("b", Long.ChangedAt(6000)));
        Assert.That((found.Kind, found.Detail), Is.EqualTo((LocationKind.Undecided, "a was ended by its limit of time after 3000 events, too early to look at event 6015 again")));
    }

    [Test]
    public void A_side_whose_trace_is_another_one_every_time_is_named()
    {
        var flaky = new RecordedBackend("b", run => Long.ChangedAt(5000 + run));
        Location found = Locate(new RecordedBackend("a", Long), flaky);
        Assert.That(found.Kind, Is.EqualTo(LocationKind.Unreproducible));
        Assert.That(found.Detail, Does.StartWith("b had a trace of 20000 events with the hash "));
    }

    [Test]
    public void A_difference_that_only_the_first_run_had_is_not_located()
    {
        var flaky = new RecordedBackend("b", run => (run == 0 ? Long.ChangedAt(5000) : Long) with { Length = 12_000, Outcome = Outcome.TimedOut });
        Location found = Locate(new RecordedBackend("a", Long), flaky);
        Assert.That((found.Kind, found.Detail), Is.EqualTo((LocationKind.Unreproducible, "the traces differed within the first 5024 events, and did not when they were recorded again")));
    }

    [TestCase(0), TestCase(1)]
    public void A_run_without_a_trace_ends_the_search(int run)
    {
        var silent = new RecordedBackend("b", number => number == run ? null : Long.ChangedAt(7));
        Location found = Locate(new RecordedBackend("a", Long), silent);
        Assert.That((found.Kind, found.Detail), Is.EqualTo((LocationKind.Undecided, "b gave no trace: it crashed (no trace)")));
    }

    [Test]
    public void What_one_side_leaves_out_is_left_out_on_both()
    {
        var left = new RecordedBackend("a", Long) { ElidedEvents = [TraceEventKind.Result] };
        var right = new RecordedBackend("b", Long) { ElidedEvents = [TraceEventKind.Switch, TraceEventKind.Result] };
        Locate(left, right);
        Assert.That(left.Asked.Concat(right.Asked).Select(asked => asked.Omitted), Is.All.EquivalentTo(new[] { TraceEventKind.Result, TraceEventKind.Switch }));
    }

    private static Location Locate(Recording left, Recording right) => Locate(new RecordedBackend("a", left), new RecordedBackend("b", right));

    private static Location Locate(IBackend left, IBackend right) =>
        new TraceLocator(left, right).LocateAsync(new IoProgram { Source = "" }, new RunLimits()).GetAwaiter().GetResult();
}
