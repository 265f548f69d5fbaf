using IoLab.Contract;

namespace IoLab.Cli.Host;

/// <summary>How long written bytes may wait.</summary>
internal enum Latency
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>Until the buffer is full or 30 ms have passed: whoever follows a pipe sees no delay, and a program that prints much makes few system calls.</summary>
    Short,
}

/// <summary>Standard output for guests that write a few bytes at a time. Thread safe.</summary>
internal sealed class LiveOutputStream(Stream target, Latency latency) : OutputStream
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(30);
    private readonly Lock gate = new();
    private readonly byte[] buffer = new byte[32 * 1024];
    private Timer? timer;
    private bool isTimerSet;
    private int used;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            if (latency == Latency.None)
            {
                target.Write(bytes);
                return;
            }

            if (bytes.Length > buffer.Length - used) Drain();
            if (bytes.Length > buffer.Length)
            {
                target.Write(bytes);
                return;
            }

            bytes.CopyTo(buffer.AsSpan(used));
            used += bytes.Length;
            if (isTimerSet) return;
            timer ??= new Timer(_ => Flush());
            timer.Change(Delay, Timeout.InfiniteTimeSpan);
            isTimerSet = true;
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        lock (gate)
        {
            isTimerSet = false;
            Drain();
            target.Flush();
        }
    }

    private void Drain()
    {
        target.Write(buffer, 0, used);
        used = 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Flush();
            timer?.Dispose();
        }

        base.Dispose(disposing);
    }
}
