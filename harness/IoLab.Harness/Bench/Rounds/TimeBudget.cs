namespace IoLab.Harness.Bench.Rounds;

/// <summary>The time measuring may take, dealt out in shares to the slots (one invocation of one benchmark) that are still to come.</summary>
/// <param name="time">The clock.</param>
/// <param name="total">The budget, or null for none.</param>
public sealed class TimeBudget(TimeProvider time, TimeSpan? total)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Time since it began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>What is left, never negative; null without a budget.</summary>
    public TimeSpan? Remaining => total is { } all ? TimeSpan.FromTicks(Math.Max(0, (all - Elapsed).Ticks)) : null;

    /// <summary>Is nothing left?</summary>
    public bool IsExhausted => Remaining == TimeSpan.Zero;

    /// <summary>When (in elapsed time) what gets so many of the shares that are left must end.</summary>
    public TimeSpan DeadlineOfNext(int shares, int sharesLeft) => Remaining is { } remaining ? Elapsed + (remaining * shares / sharesLeft) : TimeSpan.MaxValue;

    /// <summary>The limit of a single sample: what was asked for, but no more than is left.</summary>
    public SampleLimit Limit(TimeSpan asked) => Remaining is { } remaining && remaining < asked ? new SampleLimit(remaining, true) : new SampleLimit(asked, false);
}

/// <summary>The limit of one sample.</summary>
/// <param name="Time">How long it may take.</param>
/// <param name="IsCut">Is it shorter than asked for, because the budget ends? Then reaching it says nothing about the benchmark.</param>
public readonly record struct SampleLimit(TimeSpan Time, bool IsCut);
