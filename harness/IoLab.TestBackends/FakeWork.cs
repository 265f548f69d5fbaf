using System.Globalization;

namespace IoLab.TestBackends;

/// <summary>
/// How long one iteration of a fake benchmark takes, as its program states:
/// <c>work 1.2ms jitter 3% session 1% warmup 50% over 8 step@40 +10% alloc 64B setup 5ms compiles 20 result n*2</c>. Everything after the time is optional.
/// </summary>
public sealed record FakeWork
{
    /// <summary>Nanoseconds per iteration once warm.</summary>
    public required double Time { get; init; }
    /// <summary>Deviation of each sample's factor.</summary>
    public double Jitter { get; init; }
    /// <summary>Deviation of each session's factor: what replication over sessions exists for.</summary>
    public double Session { get; init; }
    /// <summary>How much slower the first sample of a session is (0.5 is 50%), falling linearly.</summary>
    public double WarmUp { get; init; }
    /// <summary>Over how many samples.</summary>
    public int WarmUpSamples { get; init; }
    /// <summary>From which sample of a session (from 0) it changes, or null.</summary>
    public int? StepAt { get; init; }
    /// <summary>By how much: 0.1 is 10% slower.</summary>
    public double Step { get; init; }
    /// <summary>In how many samples of a session the host compiles something, or null when that is not told.</summary>
    public int? Compiles { get; init; }
    /// <summary>Bytes per iteration.</summary>
    public long Allocated { get; init; }
    /// <summary>Nanoseconds of setup.</summary>
    public double SetUp { get; init; }
    /// <summary>The result's text; <c>n</c> and <c>n*k</c> are computed.</summary>
    public string Result { get; init; } = "nil";

    /// <summary>Parses what follows the word <c>work</c>.</summary>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static FakeWork Parse(string text)
    {
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var work = new FakeWork { Time = Time1(Next()) };
        while (words.TryDequeue(out string? word))
        {
            work = word switch
            {
                "jitter" => work with { Jitter = Percent(Next()) },
                "session" => work with { Session = Percent(Next()) },
                "warmup" => work with { WarmUp = Percent(Next()), WarmUpSamples = Next() == "over" ? int.Parse(Next(), CultureInfo.InvariantCulture) : throw Bad("warmup X% over N") },
                "alloc" => work with { Allocated = long.Parse(Next().TrimEnd('B'), CultureInfo.InvariantCulture) },
                "compiles" => work with { Compiles = int.Parse(Next(), CultureInfo.InvariantCulture) },
                "setup" => work with { SetUp = Time1(Next()) },
                "result" => work with { Result = Next() },
                _ when word.StartsWith("step@", StringComparison.Ordinal) =>
                    work with { StepAt = int.Parse(word.AsSpan(5), CultureInfo.InvariantCulture), Step = Percent(Next()) },
                _ => throw Bad(word),
            };
        }

        return work;

        string Next() => words.TryDequeue(out string? next) ? next : throw Bad(text);
    }

    /// <summary>The result's text for this n.</summary>
    public string ResultFor(long n) => Result switch
    {
        "n" => n.ToString(CultureInfo.InvariantCulture),
        _ when Result.StartsWith("n*", StringComparison.Ordinal) =>
            (n * long.Parse(Result.AsSpan(2), CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
        _ => Result,
    };

    /// <summary>Nanoseconds per iteration of the i-th sample (from 0) of a session, without noise.</summary>
    public double TimeAt(int sample)
    {
        double warming = sample < WarmUpSamples ? WarmUp * (WarmUpSamples - sample) / WarmUpSamples : 0;
        double step = StepAt is { } at && sample >= at ? Step : 0;
        return Time * (1 + warming) * (1 + step);
    }

    private static double Time1(string text)
    {
        (string suffix, double factor)[] units = [("ns", 1), ("us", 1e3), ("ms", 1e6), ("s", 1e9)];
        foreach ((string suffix, double factor) in units)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                return value * factor;
            }
        }

        throw Bad(text);
    }

    private static double Percent(string text) => double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture) / 100;

    private static FormatException Bad(string text) => new($"no fake work: '{text}'");
}
