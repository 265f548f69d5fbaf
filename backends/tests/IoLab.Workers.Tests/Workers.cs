using IoLab.Contract;
using IoLab.Tree;
using IoLab.WorkerDummy;

namespace IoLab.Workers.Tests;

/// <summary>Makes isolated backends whose workers are the dummy's.</summary>
internal static class Workers
{
    public static string ProgramFilePath { get; } = Path.Combine(AppContext.BaseDirectory, "iolab-worker-dummy");

    public static WorkerSettings Settings { get; } = new()
    {
        Command = [ProgramFilePath], HeapBytes = 200L << 20, Grace = TimeSpan.FromMilliseconds(500), StartTime = TimeSpan.FromSeconds(20),
    };

    public static RunLimits Limits { get; } = new() { Time = TimeSpan.FromSeconds(10), OutputBytes = 1 << 20 };

    /// <summary>A session of the broken backend, whose canary prints a word.</summary>
    public static async Task<ISession> BrokenAsync(WorkerSettings? settings = null, SessionOptions? options = null) => await new IsolatedBackend(
        new BrokenBackend(Stream.Null), (settings ?? Settings) with { Canary = new Canary("print alive", "alive\n") }).StartAsync(options ?? new SessionOptions());

    /// <summary>A session of the tree machine.</summary>
    public static async Task<ISession> TreeAsync(WorkerSettings? settings = null, SessionOptions? options = null) =>
        await new IsolatedBackend(new TreeBackend(), settings ?? Settings).StartAsync(options ?? new SessionOptions());

    public static async Task<RunResult> RunAsync(this ISession session, string source, RunLimits? limits = null) =>
        await session.RunAsync(new IoProgram { Source = source }, limits ?? Limits);
}
