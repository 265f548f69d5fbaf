namespace IoLab.External;

/// <summary>What makes a command line a backend. One entry of <c>backends</c> in <c>iolab.json</c>.</summary>
public sealed record ExternalSettings
{
    /// <summary>The name users type.</summary>
    public required string Name { get; init; }

    /// <summary>How to run a file: <c>{file}</c> and <c>{args}</c> are replaced.</summary>
    public required CommandTemplate Command { get; init; }

    /// <summary>How a faster build of the same runs a file: it is asked first where many programs are run, and <see cref="Command"/> decides. Null for the same command.</summary>
    public CommandTemplate? BatchCommand { get; init; }

    /// <summary>One sentence for <c>iolab backends</c>; null describes the command.</summary>
    public string? Description { get; init; }

    /// <summary>A command whose first line of output is the version, or null when the program cannot tell.</summary>
    public CommandTemplate? VersionCommand { get; init; }

    /// <summary>The option that evaluates code given on the command line (<c>-e</c>), or null when there is none.</summary>
    public string? EvalFlag { get; init; }

    /// <summary>Components shared with other backends; empty means it shares nothing and votes for itself.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Environment variables set on top of the session's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the version command may take.</summary>
    public TimeSpan ProbeTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Added to the time limit of every run: what the program needs to start.</summary>
    public TimeSpan StartupTime { get; init; } = TimeSpan.Zero;

    /// <summary>Whether one process takes all samples of a benchmark. A program that nobody vouched for may slow down from sample to sample, so fresh is the default.</summary>
    public SampleProcess SampleProcess { get; init; } = SampleProcess.Fresh;
}

/// <summary>Which process takes a benchmark's samples.</summary>
public enum SampleProcess
{
    /// <summary>One process per prepared benchmark, which reads each n from standard input: warm-up is kept.</summary>
    Shared,
    /// <summary>A fresh process for every sample, after a short untimed run in it: nothing of an earlier sample is left behind.</summary>
    Fresh,
}
