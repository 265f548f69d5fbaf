using IoLab.Cli.Host;

namespace IoLab.Cli.Output;

/// <summary>One line on standard error that says how far things are. Nothing is drawn unless it is a terminal. Thread safe.</summary>
internal sealed class ProgressLine(CliHost host) : IDisposable
{
    private const string Erase = "\r\x1b[2K";
    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(80);
    private readonly Lock gate = new();
    private long lastTime;
    private bool isShown;

    /// <summary>Shows a text in place of the last one; a text that follows too soon is left out.</summary>
    public void Show(string text)
    {
        if (!host.IsErrorTerminal) return;
        lock (gate)
        {
            long now = Environment.TickCount64;
            if (isShown && now - lastTime < LeastInterval.TotalMilliseconds) return;
            host.Error.Write(Erase + (text.Length > 110 ? text[..110] : text));
            lastTime = now;
            isShown = true;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (isShown) host.Error.Write(Erase);
            isShown = false;
        }
    }
}
