namespace IoLab.Sessions;

/// <summary>The thread a session evaluates on: its own, with a stack large enough for a machine's bounded host depth.</summary>
internal sealed class GuestThread : IDisposable
{
    private const int StackBytes = 256 << 20;

    /// <summary>
    /// A switch of the process: what awaits a result goes on here, on the guest's thread. In a process that hosts one session that is all there is to do, and waking another
    /// thread costs more than a short program.
    /// </summary>
    private const string GoesOnHere = "IoLab.Sessions.GoesOnOnGuestThread";

    private static readonly TaskCreationOptions Completion =
        AppContext.TryGetSwitch(GoesOnHere, out var isOn) && isOn ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;

    // A monitor and no semaphore: it does not spin, which would take the processor from whoever makes the next piece of work.
    private readonly object _lock = new();
    private readonly Queue<Action> _queue = new();
    private readonly Thread _thread;
    private bool _stopping;

    public GuestThread(string name)
    {
        _thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Runs a function there and waits for it.</summary>
    public Task<T> Run<T>(Func<T> function)
    {
        var completion = new TaskCompletionSource<T>(Completion);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            _queue.Enqueue(() =>
            {
                try
                {
                    completion.SetResult(function());
                }
                catch (Exception e)
                {
                    completion.SetException(e);
                }
            });
            Monitor.Pulse(_lock);
        }
        return completion.Task;
    }

    private void Loop()
    {
        while (true)
        {
            Action? next;
            lock (_lock)
            {
                while (_queue.Count == 0 && !_stopping)
                    Monitor.Wait(_lock);
                if (!_queue.TryDequeue(out next))
                    return;
            }
            next();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _stopping = true;
            Monitor.Pulse(_lock);
        }
    }
}
