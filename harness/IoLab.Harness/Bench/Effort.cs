namespace IoLab.Harness.Bench;

/// <summary>How much is measured.</summary>
public sealed record Effort
{
    /// <summary>
    /// Invocations per benchmark and participant; at least 1. The gate's degrees of freedom come from invocations: six of four rounds see a change of a
    /// tenth in 98% of series where three of eight see it in 70% (simulated, 3% jitter, 2% between sessions).
    /// </summary>
    public required int Invocations { get; init; }
    /// <summary>Rounds per invocation; at least 1.</summary>
    public required int Rounds { get; init; }
    /// <summary>A sample takes at least this long. pyperf asks for 100 ms; shorter samples in more rounds share drift better on machines that change speed.</summary>
    public required TimeSpan MinimumSample { get; init; }
    /// <summary>
    /// The warm-up of a fresh process takes at least this long: .NET compiles on a thread of its own, after <see cref="CallsPerTier"/> calls, and again after as many.
    /// </summary>
    public TimeSpan MinimumWarmUp { get; init; } = TimeSpan.FromMilliseconds(300);
    /// <summary>
    /// So many calls of a method .NET waits for before it compiles it again, and watches before it compiles it for good, in the processes that are measured; its own default is 30. What
    /// is compiled after 30 calls depends on which calls those happened to be: equal processes then differed by up to 30%, and now by 2% with an outlier in some twenty.
    /// </summary>
    public const int CallsPerTier = 500;
    /// <summary>A warm-up ends after this time even when the times still fall; the row then says so.</summary>
    public TimeSpan MaximumWarmUp { get; init; } = TimeSpan.FromSeconds(3);
    /// <summary>A single sample that takes longer is a failure.</summary>
    public TimeSpan SampleLimit { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>
    /// Does every invocation of every participant get a process of its own, where the measurer can start one? It costs a second or two each, and its intervals then hold what differs between
    /// processes. Without, a participant gets one for each benchmark.
    /// </summary>
    public bool IsolatesInvocations { get; init; } = true;
    /// <summary>The time all measuring may take, warm-up included; null means until everything is done.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>At most a minute of measuring: for a first look.</summary>
    public static Effort Quick { get; } = new()
    {
        Invocations = 6, Rounds = 4, MinimumSample = TimeSpan.FromMilliseconds(20), MaximumWarmUp = TimeSpan.FromSeconds(1), SampleLimit = TimeSpan.FromSeconds(2),
        Budget = TimeSpan.FromSeconds(60), IsolatesInvocations = false,
    };

    /// <summary>For points of the history.</summary>
    public static Effort Default { get; } = new() { Invocations = 8, Rounds = 6, MinimumSample = TimeSpan.FromMilliseconds(50) };

    /// <summary>For small differences.</summary>
    public static Effort Rigorous { get; } = new()
    {
        Invocations = 15, Rounds = 10, MinimumSample = TimeSpan.FromMilliseconds(100), MaximumWarmUp = TimeSpan.FromSeconds(10), SampleLimit = TimeSpan.FromSeconds(60),
    };

    /// <summary>
    /// The same for a verdict: fresh processes for each invocation, eight or more, however long they take to warm up, and four times the rounds. Beside starting and warming up (three
    /// seconds) a round costs little (a tenth of one), and on a machine with busy neighbours samples of one invocation differ more (20%) than invocations do (2%): with 8 rounds centres of
    /// invocations varied by 4.7%, with 16 by 4.0%, with 40 by 3.2% (closure, slotSets).
    /// </summary>
    public Effort ForVerdicts() =>
        this with { IsolatesInvocations = true, MaximumWarmUp = Default.MaximumWarmUp, Invocations = Math.Max(Invocations, Default.Invocations), Rounds = 4 * Rounds };

    /// <summary>The same with three times the invocations: a baseline is measured once, and its noise is in every verdict to come.</summary>
    public Effort ForBaseline() => this with { Invocations = 3 * Invocations };
}
