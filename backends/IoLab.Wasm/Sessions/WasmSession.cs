using System.Text;
using IoLab.Contract;
using IoLab.External.Processes;
using IoLab.Wasm.Hosts;
using IoLab.Workers;

namespace IoLab.Wasm.Sessions;

/// <summary>
/// A session in a guest. The guest speaks the protocol of our worker processes, so what happens when it dies, hangs or answers nonsense is what happens there;
/// this class gives it its streams: a guest always writes through, since its memory is small, and what it writes is collected here.
/// </summary>
internal sealed class WasmSession : ISession
{
    private readonly LiveStreams? _live;
    private readonly CollectedOutput _output, _error;
    private readonly ProgramInput _input;
    private readonly IsolatedSession _guest;

    public WasmSession(string name, GuestHost host, WasmSettings settings, SessionOptions options)
    {
        _live = options.Live;
        _output = new CollectedOutput(_live?.Output);
        _error = new CollectedOutput(_live?.Error);
        _input = new ProgramInput(_live?.Input);
        var mayTouchFiles = options.Permissions.HasFlag(Permissions.Files);
        var workers = new WorkerSettings
        {
            Command = host.Command(settings.ModuleFilePath, mayTouchFiles ? settings.Directories : []),
            HeapBytes = null, Grace = settings.Grace, StartTime = settings.StartTime, Canary = null,
            Commands = options.Permissions.HasFlag(Permissions.Processes) ? new GuestCommands(new SystemProcessRunner()) : null,
        };
        _guest = new IsolatedSession(name, "guest", workers, options with
        {
            Live = new LiveStreams(_input, _output, _error),
            WorkingDirectoryPath = mayTouchFiles ? Path.GetFullPath(options.WorkingDirectoryPath ?? Directory.GetCurrentDirectory()) : "/",
            Environment = options.Permissions.HasFlag(Permissions.Environment) ? options.Environment : new Dictionary<string, string>(),
        });
    }

    /// <summary>Starts the guest, so that what is refused is refused now.</summary>
    /// <exception cref="BackendException">The host or the guest in it could not start.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => _guest.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public int? ProcessId => _guest.ProcessId;

    /// <inheritdoc/>
    public async ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        Begin(program.StandardInput, limits);
        return Finish(await _guest.RunAsync(program with { StandardInput = "" }, limits, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        Begin(program.StandardInput, limits);
        try
        {
            return new WasmBenchmark(this, await _guest.PrepareAsync(program with { StandardInput = "" }, limits, cancellationToken).ConfigureAwait(false));
        }
        catch (BenchmarkFailedException e)
        {
            throw new BenchmarkFailedException(e.Backend, e.Benchmark, Finish(e.Result));
        }
    }

    /// <inheritdoc/>
    public ValueTask ResetAsync(CancellationToken cancellationToken = default) => _guest.ResetAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _guest.DisposeAsync();

    /// <summary>A run begins.</summary>
    public void Begin(string input, RunLimits limits)
    {
        _input.Begin(input);
        _output.Begin(limits.OutputBytes);
        _error.Begin(limits.OutputBytes);
    }

    /// <summary>A result with what was written; or, for a person, the trace of its exception written.</summary>
    public RunResult Finish(RunResult result)
    {
        if (_live is null)
            return result with { StandardOutput = _output.Text, StandardError = _error.Text };
        if (result.Exception is { } raised)
            _live.Output.Write(Encoding.UTF8.GetBytes(raised.Trace));
        _live.Output.Flush();
        return result;
    }
}
