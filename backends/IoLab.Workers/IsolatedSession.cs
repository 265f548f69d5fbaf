using System.Diagnostics;
using IoLab.Contract;
using IoLab.External.Processes;
using IoLab.Workers.Protocol;

namespace IoLab.Workers;

/// <summary>A session in a worker process; in a fresh one after each that crashed, hung, ran out of memory or gave itself away.</summary>
internal sealed class IsolatedSession(string name, string hosted, WorkerSettings settings, SessionOptions options) : ISession
{
    /// <summary>What is kept of one run's output at most: it travels as one frame.</summary>
    private const long MostOutput = 128L << 20;

    private const long ShortAnswer = 16L << 20;
    private const int ResetsBetweenLooks = 50;

    private WorkerProcess? _worker;
    private int _resets;
    private bool _isResetDue;

    /// <inheritdoc/>
    public int? ProcessId => _worker is { IsGone: false } worker ? worker.Id : null;

    /// <summary>Starts the first worker, so that what is refused is refused now.</summary>
    /// <exception cref="BackendException">The worker or the backend in it could not start.</exception>
    public async Task StartAsync(CancellationToken cancellationToken) => _ = await WorkerAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        limits = Lowered(limits);
        _ = await WorkerAsync(cancellationToken).ConfigureAwait(false); // What a fresh one takes to start is no part of the run.
        var start = Stopwatch.GetTimestamp();
        var (result, failure) = _isResetDue && _worker is { IsGone: false }
            ? await RunAfreshAsync(program, limits, cancellationToken).ConfigureAwait(false)
            : await RunOnAsync(program, limits, cancellationToken).ConfigureAwait(false);
        return Judged(result ?? failure! with { Elapsed = Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - start) });
    }

    private async Task<(RunResult? Result, RunResult? Failure)> RunOnAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        _isResetDue = false;
        var reply = await AskAsync(new WireWriter(FrameKind.Run).Program(program).Limits(limits), limits, cancellationToken).ConfigureAwait(false);
        return (Read(reply, FrameKind.Result, wire => wire.Result(), out var failure), failure);
    }

    /// <summary>The reset that is due, its canary and the run on one way. When the canary is silent, what the run came to says nothing: it is made again in another worker.</summary>
    private async Task<(RunResult? Result, RunResult? Failure)> RunAfreshAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        _isResetDue = false;
        var request = WithCanary(new WireWriter(FrameKind.RunAfresh)).Program(program).Limits(limits);
        var reply = await AskAsync(request, limits, cancellationToken).ConfigureAwait(false);
        var isAlive = true;
        var result = Read(reply, FrameKind.Result, wire =>
        {
            if (settings.Canary is { } canary)
                isAlive = canary.IsAlive(new RunResult { Outcome = wire.Member<Outcome>(), StandardOutput = wire.Text() });
            return wire.Result();
        }, out var failure);
        if (isAlive)
            return (result, failure);
        Retire();
        return await RunOnAsync(program, limits, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        limits = Lowered(limits);
        _isResetDue = false; // To prepare is to reset first.
        var reply = await AskAsync(new WireWriter(FrameKind.Prepare).Program(program).Limits(limits), limits, cancellationToken).ConfigureAwait(false);
        var isReady = Read(reply, FrameKind.Done, _ => (bool?)true, out var failure);
        return isReady is not null ? new IsolatedBenchmark(this, program.Label) : throw new BenchmarkFailedException(name, program.Label, Judged(failure!));
    }

    /// <summary>Takes a sample of the benchmark that was prepared.</summary>
    public async ValueTask<RawSample> MeasureAsync(string label, long iterations, RunLimits limits, CancellationToken cancellationToken)
    {
        limits = Lowered(limits);
        await ResetIfDueAsync(cancellationToken).ConfigureAwait(false);
        var reply = await AskAsync(new WireWriter(FrameKind.Measure).Long(iterations).Limits(limits), limits, cancellationToken).ConfigureAwait(false);
        var sample = Read(reply, FrameKind.Sample, wire => wire.Sample(), out var failure);
        return sample ?? throw new BenchmarkFailedException(name, label, Judged(failure!));
    }

    /// <summary>Lets the benchmark that was prepared settle.</summary>
    public async ValueTask SettleAsync(string label, CancellationToken cancellationToken)
    {
        var limits = new RunLimits { Time = settings.StartTime };
        var reply = await AskAsync(new WireWriter(FrameKind.Settle), limits, cancellationToken).ConfigureAwait(false);
        if (Read(reply, FrameKind.Done, _ => (bool?)true, out var failure) is null)
            throw new BenchmarkFailedException(name, label, Judged(failure!));
    }

    /// <summary>Lets go of the benchmark that was prepared.</summary>
    public async ValueTask ReleaseAsync()
    {
        if (_worker is { IsGone: false } worker)
            _ = await worker.AskAsync(new WireWriter(FrameKind.Release), new Bounds(settings.StartTime, ShortAnswer), CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>It is done on the way of the next request. The canary must sing then; a worker in which it does not is replaced, and so is one that has grown fat.</remarks>
    public ValueTask ResetAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_worker is { IsGone: false } worker && ++_resets % ResetsBetweenLooks == 0 && worker.IsBloated)
            Retire();
        _isResetDue = true;
        return ValueTask.CompletedTask;
    }

    private async ValueTask ResetIfDueAsync(CancellationToken cancellationToken)
    {
        if (!_isResetDue)
            return;
        _isResetDue = false;
        if (_worker is not { IsGone: false } worker)
            return; // The next one is pristine.
        var reply = await worker.AskAsync(WithCanary(new WireWriter(FrameKind.Reset)), new Bounds(settings.StartTime, ShortAnswer), cancellationToken).ConfigureAwait(false);
        if (!IsSound(reply))
            Retire();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private WireWriter WithCanary(WireWriter request)
    {
        request.Flag(settings.Canary is not null);
        return settings.Canary is { } canary ? request.Program(new IoProgram { Source = canary.Source, Label = "canary" }).Limits(Lowered(Canary.Limits)) : request;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Retire();
        return ValueTask.CompletedTask;
    }

    private bool IsSound(Reply reply) => settings.Canary is { } canary
        ? Read(reply, FrameKind.Result, wire => wire.Result(), out _) is { } result && canary.IsAlive(result)
        : Read(reply, FrameKind.Done, _ => (bool?)true, out _) is not null;

    /// <summary>A run that exhausted memory or crashed leaves a process that nobody should trust.</summary>
    private RunResult Judged(RunResult result)
    {
        if (result.Outcome is Outcome.Crashed or Outcome.OutOfMemory)
            Retire();
        return result;
    }

    private void Retire()
    {
        _worker?.Dispose();
        _worker = null;
    }

    /// <summary>The limits as the worker keeps them: memory below the hard limit, output that fits a frame.</summary>
    private RunLimits Lowered(RunLimits limits) => limits with
    {
        MemoryBytes = settings.HeapBytes is { } heap ? Math.Min(limits.MemoryBytes, heap / 4 * 3) : limits.MemoryBytes,
        OutputBytes = options.Live is null ? Math.Min(limits.OutputBytes, MostOutput) : limits.OutputBytes,
    };

    private async Task<Reply> AskAsync(WireWriter request, RunLimits limits, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var worker = await WorkerAsync(cancellationToken).ConfigureAwait(false);
        // Two streams of output, of which each byte may become a character of two bytes.
        var longest = ShortAnswer + (options.Live is null ? 4 * limits.OutputBytes : 0);
        var time = limits.Time == Timeout.InfiniteTimeSpan ? limits.Time : limits.Time + settings.Grace;
        var reply = await worker.AskAsync(request, new Bounds(time, longest), cancellationToken).ConfigureAwait(false);
        if (reply.Frame is { Kind: FrameKind.Cancelled } or null)
            cancellationToken.ThrowIfCancellationRequested();
        return reply;
    }

    /// <summary>What a reply holds, when it is of the kind that is meant; otherwise null and what came of the request instead.</summary>
    private T? Read<T>(Reply reply, FrameKind kind, Func<WireReader, T?> read, out RunResult? failure)
    {
        failure = null;
        if (reply.End is { } end)
            return Fail<T>(end.ToResult(), out failure);
        var frame = reply.Frame!.Value;
        var wire = frame.Reader;
        try
        {
            if (frame.Kind == kind)
            {
                var answer = read(wire);
                wire.End();
                return answer;
            }
            return Fail<T>(frame.Kind switch
            {
                FrameKind.Failed => wire.Result(),
                FrameKind.Fault => new RunResult { Outcome = Outcome.Crashed, Detail = wire.Text() },
                _ => throw new ProtocolException($"{frame.Kind} where {kind} is meant"),
            }, out failure);
        }
        catch (ProtocolException e)
        {
            Retire();
            return Fail<T>(new WorkerEnd(EndReason.Malformed, e.Message, 0, "").ToResult(), out failure);
        }
    }

    private static T? Fail<T>(RunResult result, out RunResult failure)
    {
        failure = result;
        return default;
    }

    private async ValueTask<WorkerProcess> WorkerAsync(CancellationToken cancellationToken)
    {
        if (_worker is { IsGone: false } running)
            return running;
        Retire();
        var worker = Spawn();
        try
        {
            await IntroduceAsync(worker, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            worker.Dispose();
            throw;
        }
        return _worker = worker;
    }

    private WorkerProcess Spawn()
    {
        try
        {
            return WorkerProcess.Start(settings, options.Live);
        }
        catch (ChildStartException e)
        {
            throw new BackendException(name, e.Message, e);
        }
    }

    private async Task IntroduceAsync(WorkerProcess worker, CancellationToken cancellationToken)
    {
        var bounds = new Bounds(settings.StartTime, ShortAnswer);
        Expect(await worker.GreetAsync(bounds, cancellationToken).ConfigureAwait(false), FrameKind.Hello, wire =>
        {
            if (wire.Int() != FrameStream.Magic || wire.Int() != FrameStream.Version)
                throw new ProtocolException($"no worker of protocol version {FrameStream.Version}");
        });
        var request = new WireWriter(FrameKind.Start).Text(hosted).Options(options);
        Expect(await worker.AskAsync(request, bounds, cancellationToken).ConfigureAwait(false), FrameKind.Done, _ => { });
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void Expect(Reply reply, FrameKind kind, Action<WireReader> read)
    {
        try
        {
            var frame = reply.Frame ?? throw new BackendException(name, reply.End!.Text);
            if (frame.Kind == FrameKind.Refused)
                throw new BackendException(name, frame.Reader.Text());
            if (frame.Kind != kind)
                throw new ProtocolException($"{frame.Kind} where {kind} is meant");
            read(frame.Reader);
        }
        catch (ProtocolException e)
        {
            throw new BackendException(name, new WorkerEnd(EndReason.Malformed, e.Message, 0, "").Text, e);
        }
    }
}
