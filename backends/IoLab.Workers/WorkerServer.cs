using IoLab.Contract;
using IoLab.Workers.Protocol;

namespace IoLab.Workers;

/// <summary>The worker's side: hosts one session of a backend for the process that started it, until that one closes the pipe.</summary>
/// <param name="find">The backend of a name.</param>
/// <param name="input">Where requests come from.</param>
/// <param name="output">Where answers go to; nothing else may write there.</param>
public sealed class WorkerServer(Func<string, IBackend> find, Stream input, Stream output)
{
    private readonly FrameStream _frames = new(input, output) { LongestPayload = int.MaxValue };
    private readonly RemoteInput _guestInput = new();
    private readonly Lock _lock = new();
    private (int Number, CancellationTokenSource Stop)? _running;
    private int _requests;
    private ISession? _session;
    private IPreparedBenchmark? _prepared;
    private bool _isLive;

    /// <summary>Serves until the pipe ends. A request that is being served then is dropped: whoever wanted it is gone.</summary>
    /// <returns>The exit code: 0, or 1 for requests that cannot be read.</returns>
    public int Run()
    {
        AppContext.SetSwitch("IoLab.Sessions.GoesOnOnGuestThread", true);
        _guestInput.Wanted = most => Send(new WireWriter(FrameKind.InputWanted).Int(most));
        Send(new WireWriter(FrameKind.Hello).Int(FrameStream.Magic).Int(FrameStream.Version));
        try
        {
            while (_frames.Read() is { } frame)
                Take(frame);
            return 0;
        }
        catch (Exception e) when (e is ProtocolException or IOException)
        {
            Console.Error.WriteLine($"worker: {e.Message}");
            return 1;
        }
    }

    private void Take(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Cancel:
                Stop(frame.Reader.Int());
                break;
            case FrameKind.Input:
                _guestInput.Give(frame.Payload);
                break;
            default:
                Begin(frame);
                break;
        }
    }

    /// <summary>A request that has been answered already is not running: its number tells it from the next.</summary>
    private void Stop(int number)
    {
        lock (_lock)
        {
            if (_running is { } running && running.Number == number)
                running.Stop.Cancel();
        }
    }

    private void Begin(Frame frame)
    {
        var stop = new CancellationTokenSource();
        lock (_lock)
            _running = (++_requests, stop);
        // To begin a program takes no time, as a session runs it on a thread of its own; whatever else there is may take some, and who reads requests meanwhile hears of a cancellation.
        if (frame.Kind is FrameKind.Run or FrameKind.RunAfresh && !_isLive)
            _ = AnswerAsync(frame, stop);
        else
            _ = Task.Run(() => AnswerAsync(frame, stop));
    }

    private async Task AnswerAsync(Frame frame, CancellationTokenSource stop)
    {
        try
        {
            var answer = await ServeAsync(frame, stop.Token).ConfigureAwait(false);
            lock (_lock)
                _running = null;
            Send(answer);
        }
        catch (Exception e) // No answer would be a hang for the host; the process's end is an answer.
        {
            Console.Error.WriteLine(e.ToString());
            Environment.Exit(1);
        }
        finally
        {
            stop.Dispose();
        }
    }

    private async Task<WireWriter> ServeAsync(Frame frame, CancellationToken stop)
    {
        try
        {
            return await DoAsync(frame.Kind, frame.Reader, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new WireWriter(FrameKind.Cancelled);
        }
        catch (BackendException e)
        {
            return new WireWriter(FrameKind.Refused).Text(e.Message);
        }
        catch (BenchmarkFailedException e)
        {
            return new WireWriter(FrameKind.Failed).Result(e.Result);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ProtocolException))
        {
            return new WireWriter(FrameKind.Fault).Text($"the backend threw {e.GetType().Name}: {e.Message}");
        }
    }

    private async ValueTask<WireWriter> DoAsync(FrameKind kind, WireReader wire, CancellationToken stop)
    {
        switch (kind)
        {
            case FrameKind.Start:
                var backend = find(wire.Text());
                _session = await backend.StartAsync(wire.Options(Live), stop).ConfigureAwait(false);
                return new WireWriter(FrameKind.Done);
            case FrameKind.Run:
                return new WireWriter(FrameKind.Result).Result(await Session.RunAsync(wire.Program(), wire.Limits(), stop).ConfigureAwait(false));
            case FrameKind.Reset:
                await ResetAsync(stop).ConfigureAwait(false);
                return wire.Flag() ? new WireWriter(FrameKind.Result).Result(await SingAsync(wire, stop).ConfigureAwait(false)) : new WireWriter(FrameKind.Done);
            case FrameKind.RunAfresh:
                return await RunAfreshAsync(wire, stop).ConfigureAwait(false);
            case FrameKind.Prepare:
                _prepared = await Session.PrepareAsync(wire.Program(), wire.Limits(), stop).ConfigureAwait(false);
                return new WireWriter(FrameKind.Done);
            case FrameKind.Settle:
                await Prepared.SettleAsync(stop).ConfigureAwait(false);
                return new WireWriter(FrameKind.Done);
            case FrameKind.Measure:
                return new WireWriter(FrameKind.Sample).Sample(await Prepared.MeasureAsync(wire.Long(), wire.Limits(), stop).ConfigureAwait(false));
            case FrameKind.Release:
                if (_prepared is { } released)
                    await released.DisposeAsync().ConfigureAwait(false);
                _prepared = null;
                return new WireWriter(FrameKind.Done);
            default:
                throw new ProtocolException($"{kind} is no request");
        }
    }

    private async ValueTask<WireWriter> RunAfreshAsync(WireReader wire, CancellationToken stop)
    {
        await ResetAsync(stop).ConfigureAwait(false);
        var answer = new WireWriter(FrameKind.Result);
        if (wire.Flag())
        {
            var song = await SingAsync(wire, stop).ConfigureAwait(false);
            answer.Int((int)song.Outcome).Text(song.StandardOutput);
        }
        return answer.Result(await Session.RunAsync(wire.Program(), wire.Limits(), stop).ConfigureAwait(false));
    }

    /// <summary>
    /// Resets the session. What a run has filled a third of the heap with is collected now: near its hard limit the collector gives up on a heap of garbage,
    /// so that the next program would run out of memory in the place of the one before.
    /// </summary>
    private async ValueTask ResetAsync(CancellationToken stop)
    {
        await Session.ResetAsync(stop).ConfigureAwait(false);
        if (GC.GetTotalMemory(forceFullCollection: false) > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 3)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Runs the canary, and leaves nothing of it in the session.</summary>
    private async ValueTask<RunResult> SingAsync(WireReader wire, CancellationToken stop)
    {
        var song = await Session.RunAsync(wire.Program(), wire.Limits(), stop).ConfigureAwait(false);
        await Session.ResetAsync(stop).ConfigureAwait(false);
        return song;
    }

    private ISession Session => _session ?? throw new ProtocolException("a request before the session was started");

    private IPreparedBenchmark Prepared =>
        _prepared ?? throw new InvalidOperationException("the worker that prepared this benchmark is gone; prepare it again");

    private LiveStreams Live(bool hasInput)
    {
        _isLive = true;
        return new LiveStreams(
            hasInput ? _guestInput : null,
            new RemoteOutput(bytes => Send(new WireWriter(FrameKind.Output).Bytes(bytes))),
            new RemoteOutput(bytes => Send(new WireWriter(FrameKind.Error).Bytes(bytes))));
    }

    private void Send(WireWriter frame) => _frames.Write(frame);
}
