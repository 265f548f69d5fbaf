using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Harness.Bench;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab profile</c>: runs a program and tells where its instructions and bytes went, however it ends.</summary>
internal static class ProfileCommand
{
    /// <summary>Runs and shows.</summary>
    /// <returns>The exit code of <c>iolab run</c>.</returns>
    public static async Task<int> RunAsync(ProfileRequest request, BackendRegistry backends, CliHost host, CancellationToken cancellationToken)
    {
        if (new[] { request.FilePath, request.Code, request.Benchmark }.Count(given => given is not null) != 1)
            throw new UsageException("profile needs a file, -e CODE or --benchmark SUITE/NAME: iolab profile slow.io, or iolab profile --benchmark awfy/Richards");
        if (request.FilePath is { } path && !File.Exists(path)) throw new UsageException($"profile: there is no file {path}");
        IBackend backend = backends.Profiler(request.Backend);
        IoProgram program = await ProgramAsync(request, host, cancellationToken).ConfigureAwait(false);

        // Files that cannot be written are complained of before the run, not after it.
        await using Stream? folded = Create(request.FoldedFilePath, "--folded");
        await using Stream? speedscope = Create(request.SpeedscopeFilePath, "--speedscope");

        // Standard output is the profile's.
        var options = new SessionOptions { Live = new LiveStreams(host.OpenInput(), host.ErrorStream, host.ErrorStream), Debug = new DebugOptions { Profile = request.Profile } };
        await using ISession session = await backend.StartAsync(options, cancellationToken).ConfigureAwait(false);
        (RunResult result, bool isInterrupted) = await RunAsync(session, program, request, cancellationToken).ConfigureAwait(false);

        if (isInterrupted) host.Error.WriteLine("iolab: interrupted");
        else if (result.Outcome is not (Outcome.Completed or Outcome.Raised)) host.Error.WriteLine($"iolab: {result.Outcome}: {result.Detail ?? result.Exception?.Message}");
        if (result.Profile is { } profile) Show(profile, request, program.Label, backend.Name, host, folded, speedscope);
        return isInterrupted ? ExitCode.Interrupted : RunCommand.ExitCodeOf(result);
    }

    private static async Task<(RunResult Result, bool IsInterrupted)> RunAsync(ISession session, IoProgram program, ProfileRequest request, CancellationToken cancellationToken)
    {
        try
        {
            RunResult result = await session.RunAsync(program, request.Limits, cancellationToken).ConfigureAwait(false);
            if (request.Benchmark is null || result.Outcome != Outcome.Completed) return (result, false);
            // Each run has a profile of its own; the setup's is of no interest.
            var turns = new IoProgram { Source = $"benchmark run({request.Turns})", Label = program.Label };
            return (await session.RunAsync(turns, request.Limits, cancellationToken).ConfigureAwait(false), false);
        }
        catch (CancelledRunException e)
        {
            return (e.Result, true);
        }
    }

    private static async Task<IoProgram> ProgramAsync(ProfileRequest request, CliHost host, CancellationToken cancellationToken)
    {
        if (request.Code is { } code) return new IoProgram { Source = code };
        if (request.FilePath is { } path)
            return new IoProgram { Source = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false), Label = path, Arguments = request.Arguments, IsFile = true };
        IReadOnlyList<BenchmarkDefinition> found = BenchmarkLoader.Load(Repository.Find(host).BenchmarksDirPath, [request.Benchmark!]);
        if (found is not [{ Measures: MeasuredPhase.Run } benchmark])
            throw new UsageException($"--benchmark {request.Benchmark}: name one that has a run(n); it names {string.Join(", ", found.Select(one => one.Id))}");
        return benchmark.ToProgram() with { Source = benchmark.Source + "\nbenchmark setup\n" };
    }

    private static void Show(RunProfile profile, ProfileRequest request, string label, string backend, CliHost host, Stream? folded, Stream? speedscope)
    {
        if (request.Format == OutputFormat.Json) ProfileJson.Write(host.OutputStream, profile, label, backend);
        else ProfileTables.Write(host, profile, label, backend, request.Top, request.ShowsPairs);
        if (folded is not null) FoldedStacks.Write(folded, profile.Stacks);
        if (speedscope is not null) SpeedscopeFile.Write(speedscope, profile, label);
    }

    private static FileStream? Create(string? filePath, string option)
    {
        try
        {
            return filePath is null ? null : File.Create(filePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} {filePath}: {e.Message}");
        }
    }
}
