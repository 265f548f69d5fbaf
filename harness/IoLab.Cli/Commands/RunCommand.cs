using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.External;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab run</c>: runs a program the way the reference's command line does, but tells failures by its exit code.</summary>
internal static class RunCommand
{
    /// <summary>Runs the program on live streams.</summary>
    /// <returns>The guest's exit code, or the code of what happened to it.</returns>
    public static async Task<int> RunAsync(RunRequest request, BackendRegistry backends, string defaultBackend, CliHost host, CancellationToken cancellationToken)
    {
        string name = request.NeedsCode ? backends.Lister(request.Backend).Name : request.Backend ?? defaultBackend;
        IBackend backend = Choose(request, backends, name);
        if (request.FilePath is { } filePath && !File.Exists(filePath)) return ReportMissing(filePath, host);
        IoProgram program = request.FilePath is { } path
            ? new IoProgram { Source = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), Label = path, Arguments = request.Arguments, IsFile = true }
            : new IoProgram { Source = request.Code!, Arguments = request.Arguments };

        SessionOptions options = request.Session with { Permissions = request.Permissions, Live = new LiveStreams(host.OpenInput(), host.OutputStream, host.ErrorStream) };
        await using ISession session = await backend.StartAsync(options, cancellationToken).ConfigureAwait(false);
        RunResult result = await session.RunAsync(program, request.EffectiveLimits, cancellationToken).ConfigureAwait(false);
        Report(result, request, host);
        return ExitCodeOf(result);
    }

    /// <summary>What a program may touch is kept by our own machines only, and in a sandbox it gets a process of its own, whose heap has a hard limit.</summary>
    private static IBackend Choose(RunRequest request, BackendRegistry backends, string name)
    {
        IBackend backend = backends.Get(name);
        if (request.Permissions != Permissions.All && backend is ExternalBackend) throw new UsageException($"{name} is a command line: --sandbox, --deny and --allow cannot bind it; use one of our own machines");
        if (request.IsSandboxed && request.Session.Debug.ListsCode) throw new UsageException("--dump-code shows code of this process: not with --sandbox");
        return request.IsSandboxed ? backends.Isolated(name, HardLimit(request.EffectiveLimits.MemoryBytes)) : backend;
    }

    /// <summary>The heap in which a run may use so much: the machine's own world and garbage need room too.</summary>
    private static long HardLimit(long memoryBytes) => (memoryBytes / 3 * 4) + (128L << 20);

    /// <summary>The exit code of a run.</summary>
    public static int ExitCodeOf(RunResult result) => result.Outcome switch
    {
        Outcome.Completed => result.ExitCode,
        Outcome.Raised => ExitCode.GuestRaised,
        Outcome.SyntaxError => ExitCode.GuestSyntaxError,
        _ => ExitCode.NoVerdict,
    };

    /// <summary>The reference answers a missing file with an Io trace.</summary>
    private static int ReportMissing(string filePath, CliHost host)
    {
        host.Out.Write($"\n  Exception: unable to read file '{filePath}'\n  ---------\n  nothing on stack\n");
        return ExitCode.GuestRaised;
    }

    /// <summary>What was not written while running. The backend has written the trace of an uncaught exception to standard output.</summary>
    private static void Report(RunResult result, RunRequest request, CliHost host)
    {
        if (result.StandardOutput.Length > 0) host.Out.Write(result.StandardOutput);
        if (result.StandardError.Length > 0) host.Error.Write(result.StandardError);
        host.OutputStream.Flush();

        if (result.Outcome is not (Outcome.Completed or Outcome.Raised) && result.Detail is { } detail) host.Error.WriteLine($"iolab: {result.Outcome}: {detail}");
        if (result.Trace is { } trace) host.Error.WriteLine($"iolab: trace: {trace.Events} events, hash {trace.Hash:x16}");
        foreach (TraceEvent e in result.Events) host.Error.WriteLine(TraceLines.Of(e));
        if (result.Code.Count > 0) host.Error.Write(CodeText.Of(result.Code));
        if (!request.ShowsCounters) return;
        foreach ((string name, long value) in result.Counters.OrderBy(counter => counter.Key, StringComparer.Ordinal)) host.Error.WriteLine($"{value,16:N0} {name}");
    }
}
