using IoLab.Cli.Text;
using IoLab.Contract;

namespace IoLab.Cli.Options;

/// <summary>One option of <c>iolab run</c>: how help shows it and what it changes.</summary>
/// <remarks>
/// <c>run</c> reads its own command line, because everything behind the file belongs to the guest, dashes included, and because it must
/// start at once. The table is used for reading and for help.
/// </remarks>
internal sealed record RunOption(OptionText Text, Func<RunRequest, string, RunRequest> Apply)
{
    private const string What = "Backend";
    private const string Limits = "Limits (none by default)";
    private const string Trust = "Programs you do not trust";
    private const string Looking = "Looking inside";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RunOption> Table { get; } =
    [
        new(new(What, "--backend", "NAME", "who runs it (closure)"), (run, text) => run with { Backend = text }),
        new(new(What, "--external", "NAME=COMMAND", "makes a command line a backend; {file} and {args} are replaced"),
            (run, text) => run with { Registry = run.Registry with { Externals = [.. run.Registry.Externals, text] } }),
        new(new(What, "--config", "FILE", "the configuration (iolab.json here or above)"),
            (run, text) => run with { Registry = run.Registry with { ConfigurationFilePath = text } }),
        new(new(Limits, "--time", "TIME", "wall-clock time, such as 10s"), (run, text) => run with { Limits = run.Limits with { Time = Quantity.Time(text, "--time") } }),
        new(new(Limits, "--steps", "N", "sends and loop back-edges"), (run, text) => run with { Limits = run.Limits with { Steps = Quantity.Count(text, "--steps", 1) } }),
        new(new(Limits, "--memory", "SIZE", "memory the program may add, such as 512M"), (run, text) => run with { Limits = run.Limits with { MemoryBytes = Quantity.Size(text, "--memory") } }),
        new(new(Limits, "--output", "SIZE", "standard output, such as 1M"), (run, text) => run with { Limits = run.Limits with { OutputBytes = Quantity.Size(text, "--output") } }),
        new(new(Limits, "--frames", "N", "frames of a coroutine before Io raises a stack overflow (10000000)"),
            (run, text) => run with { Limits = run.Limits with { Frames = (int)Math.Min(int.MaxValue, Quantity.Count(text, "--frames", 1)) } }),
        new(new(Trust, "--sandbox", null, "in a worker process, without files, environment, clock and processes; 10s, 512M of memory, 16M of output unless limits say otherwise"), (run, _) => run with { IsSandboxed = true }),
        new(new(Trust, "--deny", "A,B", "takes permissions away: files, environment, clock, processes or all; their use raises an exception, the clock stands still"), (run, text) => run with { Denied = run.Denied | Permitted(text, "--deny") }),
        new(new(Trust, "--allow", "A,B", "gives a sandbox permissions back"), (run, text) => run with { Allowed = run.Allowed | Permitted(text, "--allow") }),
        new(new(Looking, "--trace", null, "prints how many events there were and their hash, on standard error"), (run, _) => run with { Session = run.Session with { Trace = run.Session.Trace ?? new TraceOptions() } }),
        new(new(Looking, "--events", "FIRST..LAST", "prints these events of the trace, on standard error"), (run, text) => run with { Session = run.Session with { Trace = new TraceOptions { Window = Window(text) } } }),
        new(new(Looking, "--counters", null, "prints the machine's counters, on standard error"), (run, _) => run with { ShowsCounters = true }),
        new(new(Looking, "--dump-code", null, "prints the code that was compiled, in that order, on standard error (backend bytecode)"),
            (run, _) => run with { Session = run.Session with { Debug = run.Session.Debug with { ListsCode = true } } }),
        new(new(Looking, "--verify", null, "checks all code before it runs (backend bytecode)"), (run, _) => run with { Session = run.Session with { Debug = run.Session.Debug with { VerifiesCode = true } } }),
        new(new(Looking, "--virtual-clock", null, "Date now starts on 2026-01-01 and moves only when the program waits"), (run, _) => run with { Session = run.Session with { Clock = ClockKind.Virtual } }),
        new(new(Looking, "--seed", "N", "the seed of random numbers (0)"), (run, text) => run with { Session = run.Session with { Seed = (ulong)Quantity.Count(text, "--seed", 0) } }),
        new(new(Looking, "--reify-every", "N", "moves the stack to the heap at every n-th call, to test suspension"),
            (run, text) => run with { Session = run.Session with { Debug = run.Session.Debug with { ReifyEvery = (int)Math.Min(int.MaxValue, Quantity.Count(text, "--reify-every", 0)) } } }),
        new(new(Looking, "--slow-by", "PERCENT", "slows the machine down, to prove the gate"),
            (run, text) => run with { Session = run.Session with { Debug = run.Session.Debug with { SlowBy = Quantity.Percent(text, "--slow-by") } } }),
        new(new(Looking, "--help", null, "this page"), (run, _) => run with { WantsHelp = true }),
    ];

    private static Permissions Permitted(string text, string option) => text.Split(',', StringSplitOptions.TrimEntries).Aggregate(
        Permissions.None,
        (all, word) => word.All(char.IsAsciiLetterLower) && Enum.TryParse(word, ignoreCase: true, out Permissions one) && one != Permissions.None
            ? all | one
            : throw new UsageException($"{option} {text}: '{word}' is no permission; known: files, environment, clock, processes, all"));

    private static (long, long) Window(string text) => text.Split("..") is [var first, var last]
        ? (Quantity.Count(first, "--events", 0), Quantity.Count(last, "--events", 0))
        : throw new UsageException($"--events {text}: write FIRST..LAST, such as 0..99");
}
