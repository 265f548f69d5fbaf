using System.Diagnostics;
using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Hostile;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab conform --hostile</c>: runs programs that try to bring down who runs them, in worker processes.</summary>
internal static class HostileCommand
{
    /// <summary>The hard limit of a worker's heap; the programs' own limits are below it.</summary>
    private const long HeapBytes = 400L << 20;

    /// <summary>Runs the programs on the backends.</summary>
    public static async Task<int> RunAsync(ConformRequest request, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        if (request.Records) throw new UsageException("--hostile does not go with --record: hostile programs state themselves how they may end");
        IReadOnlyList<HostileProgram> programs = HostileSet.Load(request.CasesDirPath, request.Filters);
        if (request.ListsOnly)
        {
            foreach (HostileProgram one in programs) host.Out.WriteLine(one.Name);
            return ExitCode.Fine;
        }

        IReadOnlyList<IBackend> backends = [.. registry.Select(request.Backends).Select(backend => registry.Confined(backend.Name, HeapBytes))];
        long begin = Stopwatch.GetTimestamp();
        IReadOnlyList<CaseResult> results = await RunAsync(programs, backends, request.Jobs, host, cancellationToken).ConfigureAwait(false);
        var elapsed = Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - begin);

        if (request.Format == OutputFormat.Json) ConformOutput.WriteJson(host.OutputStream, results, null);
        else ConformOutput.WriteText(host, backends, results, elapsed, null, false);
        return results.Any(ConformCommand.IsFailure) ? ExitCode.NegativeVerdict : ExitCode.Fine;
    }

    private static async Task<IReadOnlyList<CaseResult>> RunAsync(
        IReadOnlyList<HostileProgram> programs, IReadOnlyList<IBackend> backends, int jobs, CliHost host, CancellationToken cancellationToken)
    {
        int total = programs.Count * backends.Count, done = 0;
        using var progress = new ProgressLine(host);
        return await new HostileRunner(backends, jobs).RunAsync(
            programs, result => progress.Show($"{Interlocked.Increment(ref done)} of {total}: {result.Backend} {result.Case}"), cancellationToken).ConfigureAwait(false);
    }
}
