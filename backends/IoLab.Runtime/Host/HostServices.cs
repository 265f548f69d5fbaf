namespace IoLab.Runtime.Host;

/// <summary>Why a run ended other than by its own end or an exception.</summary>
public enum RunEnd
{
    /// <summary>It did not.</summary>
    None,
    /// <summary><c>System exit</c>.</summary>
    Exit,
    /// <summary>The limit of steps.</summary>
    StepLimit,
    /// <summary>The limit of time.</summary>
    TimeLimit,
    /// <summary>The limit of output.</summary>
    OutputLimit,
    /// <summary>The limit of memory.</summary>
    MemoryLimit,
    /// <summary>The caller cancelled.</summary>
    Cancelled,
}

/// <summary>What a guest may touch of the outside.</summary>
[Flags]
public enum HostPermissions
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Files and directories.</summary>
    Files = 1,
    /// <summary>Environment variables.</summary>
    Environment = 2,
    /// <summary>The real clock.</summary>
    Clock = 4,
    /// <summary>Processes.</summary>
    Processes = 8,
    /// <summary>Everything.</summary>
    All = 15,
}

/// <summary>Everything outside the world of objects: streams, clock, environment, limits. The only door to them for built-ins.</summary>
public sealed class HostServices
{
    private readonly Lock _lock = new();
    private HostFiles? _files;
    private (RunEnd End, string? Detail)? _pending;

    /// <summary>Standard output.</summary>
    public required OutputSink Output { get; set; }
    /// <summary>Standard error.</summary>
    public required OutputSink Error { get; set; }
    /// <summary>Standard input.</summary>
    public Stream Input { get; set; } = Stream.Null;
    /// <summary>The clock.</summary>
    public IClock Clock { get; set; } = new RealClock();
    /// <summary>What is allowed.</summary>
    public HostPermissions Permissions { get; set; } = HostPermissions.All;
    /// <summary>Files and directories.</summary>
    public HostFiles Files => _files ??= new HostFiles(this);
    /// <summary>The guest's environment variables.</summary>
    public Dictionary<string, string> Environment { get; set; } = [];
    /// <summary>The guest's working directory, absolute.</summary>
    public string WorkingDirectoryPath { get; set; } = Directory.GetCurrentDirectory();
    /// <summary>Live bytes the guest may add.</summary>
    public long MemoryLimit { get; set; } = long.MaxValue;
    /// <summary>The seed of anything random.</summary>
    public ulong Seed { get; set; }

    /// <summary>Set when a machine must call <see cref="TakeInterrupt"/> at its next safepoint: because the run is to end, or only to have it come there.</summary>
    public volatile bool Interrupt;

    /// <summary>Is the run to end? Whoever waits asks this.</summary>
    public bool IsAskedToEnd
    {
        get
        {
            if (!Interrupt)
                return false;
            lock (_lock)
                return _pending is not null;
        }
    }

    /// <summary>How the run ended.</summary>
    public RunEnd End { get; set; }
    /// <summary>Why, for people.</summary>
    public string? EndDetail { get; set; }
    /// <summary>The exit code of <c>System exit</c>.</summary>
    public int ExitCode { get; set; }

    /// <summary>Asks the machine to end the run at its next safepoint. Thread safe.</summary>
    public void RequestEnd(RunEnd end, string detail)
    {
        lock (_lock)
        {
            _pending ??= (end, detail);
            Interrupt = true;
        }
    }

    /// <summary>Takes the pending request, if any.</summary>
    public (RunEnd End, string? Detail)? TakeInterrupt()
    {
        lock (_lock)
        {
            Interrupt = false;
            var pending = _pending;
            _pending = null;
            return pending;
        }
    }

    /// <summary>May this many bytes be allocated at once? Asked before every allocation whose size a program chooses.</summary>
    public bool MayAllocate(long bytes) => bytes <= MemoryLimit && bytes <= Array.MaxLength;

    /// <summary>A guest's path made absolute against its working directory.</summary>
    public string Absolute(string path) => Path.GetFullPath(path, WorkingDirectoryPath);
}

/// <summary>What <c>Date now</c> and <c>wait</c> go by.</summary>
public interface IClock
{
    /// <summary>Seconds since the epoch, with fraction.</summary>
    double Now { get; }

    /// <summary>Lets time pass.</summary>
    /// <param name="seconds">How long; zero or more.</param>
    /// <param name="host">Where an interrupt shows up early.</param>
    void Sleep(double seconds, HostServices host);
}

/// <summary>The machine's clock.</summary>
public sealed class RealClock : IClock
{
    /// <inheritdoc/>
    public double Now => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    /// <inheritdoc/>
    public void Sleep(double seconds, HostServices host)
    {
        var until = System.Diagnostics.Stopwatch.GetTimestamp() + (long)(Math.Min(seconds, 1e9) * System.Diagnostics.Stopwatch.Frequency);
        while (!host.IsAskedToEnd)
        {
            var left = until - System.Diagnostics.Stopwatch.GetTimestamp();
            if (left <= 0)
                return;
            Thread.Sleep(TimeSpan.FromSeconds(Math.Min(0.02, (double)left / System.Diagnostics.Stopwatch.Frequency)));
        }
    }
}

/// <summary>A clock that moves only when the guest waits.</summary>
public sealed class VirtualClock(double start) : IClock
{
    /// <inheritdoc/>
    public double Now { get; private set; } = start;

    /// <inheritdoc/>
    public void Sleep(double seconds, HostServices host) => Now += Math.Max(0, seconds);
}
