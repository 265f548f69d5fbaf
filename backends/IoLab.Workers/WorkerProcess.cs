using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using IoLab.Contract;
using IoLab.External.Processes;
using IoLab.Workers.Protocol;

namespace IoLab.Workers;

/// <summary>The answer to a request: a frame, or the worker's end.</summary>
internal readonly record struct Reply(Frame? Frame, WorkerEnd? End);

/// <summary>What a request may cost.</summary>
/// <param name="Time">How long until the worker is ended; may be infinite.</param>
/// <param name="LongestAnswer">The longest payload of an answer.</param>
internal readonly record struct Bounds(TimeSpan Time, long LongestAnswer);

/// <summary>One worker process, from the host's side: asks one question at a time and always gets a reply, if only that the process is gone.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int MostComplaint = 4096;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25), LookAtTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ExitGrace = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Process _process;
    private readonly FrameStream _frames;
    private readonly WorkerSettings _settings;
    private readonly LiveStreams? _live;
    private readonly Timer _watch;
    private readonly StringBuilder _complaint = new();
    private readonly Thread _complaints;
    private CancellationTokenSource? _command;
    private readonly TaskCompletionSource<Reply> _greeting = NewAsker();
    private TaskCompletionSource<Reply>? _asker;
    private (EndReason Reason, string Detail)? _ended;
    private WorkerEnd? _end;
    private long _deadline = long.MaxValue;
    private int _requests;

    private WorkerProcess(Process process, WorkerSettings settings, LiveStreams? live)
    {
        (_process, _settings, _live, Id, _asker) = (process, settings, live, process.Id, _greeting);
        _frames = new FrameStream(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        _watch = new Timer(_ => Watch());
        _complaints = StartThread("worker's complaints", Complain);
        StartThread("worker's answers", Listen);
    }

    /// <summary>Starts a process.</summary>
    /// <exception cref="ChildStartException">It could not be started.</exception>
    public static WorkerProcess Start(WorkerSettings settings, LiveStreams? live)
    {
        var launcher = ProcessTree.GroupLauncher is { } found ? settings.Command.Prepend(found).ToList() : settings.Command;
        var info = new ProcessStartInfo(launcher[0], launcher.Skip(1))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        if (settings.HeapBytes is { } heap)
            info.Environment["DOTNET_GCHeapHardLimit"] = heap.ToString("x");
        if (settings.CallsPerTier is { } calls)
            info.Environment["DOTNET_TC_CallCountThreshold"] = calls.ToString("x");
        info.Environment["DOTNET_TieredPGO"] = settings.IsProfileGuided ? "1" : "0";
        info.Environment["DOTNET_EnableDiagnostics"] = "0"; // Its sockets would stay behind in the temporary folder when a worker is killed.
        info.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        try
        {
            return new WorkerProcess(Process.Start(info)!, settings, live);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new ChildStartException($"cannot start the worker process {string.Join(' ', settings.Command)}: {e.Message}", e);
        }
    }

    /// <summary>Its process id.</summary>
    public int Id { get; }

    /// <summary>Is it gone, or going?</summary>
    public bool IsGone
    {
        get
        {
            lock (_lock)
                return _ended is not null || _end is not null;
        }
    }

    /// <summary>Does it hold so much between runs that it should make room for a fresh one?</summary>
    public bool IsBloated => ProcessTree.ResidentBytes(Id) > _settings.ResidentBytes / 2;

    /// <summary>Waits for the worker's first word, for which nobody has to ask.</summary>
    public Task<Reply> GreetAsync(Bounds bounds, CancellationToken cancellationToken)
    {
        SetDeadline(bounds.Time);
        return AwaitAsync(_greeting, 0, cancellationToken);
    }

    /// <summary>Sends a request and waits for its answer. When the token is cancelled the worker is told, and ended when it does not obey.</summary>
    public Task<Reply> AskAsync(WireWriter request, Bounds bounds, CancellationToken cancellationToken)
    {
        var asker = NewAsker();
        int number;
        lock (_lock)
        {
            if (_end is { } end)
                return Task.FromResult(new Reply(null, end));
            _asker = asker;
            number = ++_requests;
            _frames.LongestPayload = bounds.LongestAnswer;
        }
        SetDeadline(bounds.Time);
        Send(request);
        return AwaitAsync(asker, number, cancellationToken);
    }

    private async Task<Reply> AwaitAsync(TaskCompletionSource<Reply> asker, int number, CancellationToken cancellationToken)
    {
        Reply reply;
        await using (cancellationToken.Register(() => Cancel(number)).ConfigureAwait(false))
            reply = await asker.Task.ConfigureAwait(false);
        _watch.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return reply;
    }

    private static TaskCompletionSource<Reply> NewAsker() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends the process and its descendants at once; the reader sees it and tells who asked.</summary>
    public void Kill(EndReason reason, string detail = "")
    {
        lock (_lock)
            _ended ??= (reason, detail);
        _command?.Cancel();
        ProcessTree.Kill(_process);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill(EndReason.Disposed);
        _watch.Dispose();
    }

    private void SetDeadline(TimeSpan time)
    {
        Volatile.Write(ref _deadline, time == Timeout.InfiniteTimeSpan ? long.MaxValue : Environment.TickCount64 + (long)time.TotalMilliseconds);
        var period = _settings.ResidentBytes is null ? LookAtTime : Look;
        _watch.Change(period, period);
    }

    private void Cancel(int number)
    {
        Volatile.Write(ref _deadline, long.MinValue);
        _ = Task.Delay(_settings.Grace).ContinueWith(_ => KillUnlessAnswered(number), TaskScheduler.Default);
        _command?.Cancel();
        Send(new WireWriter(FrameKind.Cancel).Int(number));
    }

    private void KillUnlessAnswered(int number)
    {
        lock (_lock)
        {
            if (_requests != number || _asker is null)
                return;
        }
        Kill(EndReason.Cancelled);
    }

    private void Send(WireWriter frame)
    {
        try
        {
            _frames.Write(frame);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It is gone: the reader finds out how.
        }
    }

    private void Watch()
    {
        var deadline = Volatile.Read(ref _deadline);
        if (deadline != long.MinValue && Environment.TickCount64 > deadline)
            Kill(EndReason.Silent, "did not answer in time");
        else if (_settings.ResidentBytes is { } most && ProcessTree.ResidentBytes(Id) is var held && held > most)
            Kill(EndReason.Memory, $"held {held >> 20} MiB, more than {most >> 20} MiB,");
    }

    /// <summary>Reads what the worker says until it is gone.</summary>
    private void Listen()
    {
        try
        {
            while (_frames.Read() is { } frame)
                Hear(frame);
        }
        catch (ProtocolException e)
        {
            Kill(EndReason.Malformed, e.Message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OutOfMemoryException)
        {
            Kill(EndReason.Malformed, e.Message);
        }
        Conclude();
    }

    private void Hear(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Output when _live is not null:
                PassOn(_live.Output, frame);
                break;
            case FrameKind.Error when _live is not null:
                PassOn(_live.Error, frame);
                break;
            case FrameKind.InputWanted when _live?.Input is { } input:
                var most = Math.Clamp(frame.Reader.Int(), 1, 1 << 16);
                _ = Task.Run(() => Feed(input, most));
                break;
            case FrameKind.CommandWanted when _settings.Commands is { } commands:
                var command = frame.Reader.Command();
                var stop = (_command = new CancellationTokenSource()).Token;
                _ = Task.Run(async () => Send(new WireWriter(FrameKind.CommandRan).Outcome(await commands.RunAsync(command, stop).ConfigureAwait(false))));
                break;
            default:
                Answer(new Reply(frame, null));
                break;
        }
    }

    private void Answer(Reply reply)
    {
        TaskCompletionSource<Reply>? asker;
        lock (_lock)
        {
            asker = _asker;
            _asker = null;
        }
        if (asker is null && reply.Frame is { } frame)
            throw new ProtocolException($"{frame.Kind}, which nobody asked for");
        asker?.SetResult(reply);
    }

    private static void PassOn(Stream live, Frame frame)
    {
        live.Write(frame.Payload.Span);
        live.Flush();
    }

    private void Feed(Stream input, int most)
    {
        var buffer = new byte[most];
        var read = 0;
        try
        {
            read = input.Read(buffer);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // To the guest an input that fails has ended.
        }
        Send(new WireWriter(FrameKind.Input).Bytes(buffer.AsSpan(0, read)));
    }

    /// <summary>The pipe has ended: the process has, or soon will have.</summary>
    private void Conclude()
    {
        _command?.Cancel();
        if (!_process.WaitForExit(ExitGrace))
        {
            Kill(EndReason.Malformed, "it closed its output");
            _process.WaitForExit();
        }
        ProcessTree.KillGroup(Id);
        _complaints.Join(ExitGrace);
        WorkerEnd end;
        lock (_lock)
        {
            var (reason, detail) = _ended ?? (EndReason.Died, "");
            lock (_complaint)
                end = _end = new WorkerEnd(reason, detail, _process.ExitCode, _complaint.ToString());
        }
        Release();
        Answer(new Reply(null, end));
    }

    /// <summary>Its pipes and its handle: the process id may be somebody else's from now on.</summary>
    private void Release()
    {
        try
        {
            _process.StandardOutput.Dispose();
            _process.StandardInput.Dispose();
        }
        catch (IOException)
        {
            // What could not be written any more.
        }
        _process.Dispose();
    }

    /// <summary>Keeps the beginning of what it says on standard error, which names the cause of a crash, and reads on so that it never waits.</summary>
    private void Complain()
    {
        var buffer = new char[1024];
        using var said = _process.StandardError;
        try
        {
            for (int read; (read = said.Read(buffer)) > 0;)
            {
                lock (_complaint)
                    _complaint.Append(buffer, 0, Math.Min(read, MostComplaint - _complaint.Length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It is gone.
        }
    }

    private static Thread StartThread(string name, ThreadStart work)
    {
        var thread = new Thread(work, 256 * 1024) { IsBackground = true, Name = name };
        thread.Start();
        return thread;
    }
}
