using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Repl;
using IoLab.Contract;
using IoLab.External;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab repl</c>: evaluates entries one by one in a session that stays.</summary>
internal static class ReplCommand
{
    /// <summary>Runs the REPL to its end.</summary>
    /// <returns>The exit code of <c>System exit</c>, or 0.</returns>
    public static async Task<int> RunAsync(ReplRequest request, BackendRegistry backends, CliHost host, CancellationToken cancellationToken)
    {
        IBackend backend = backends.Get(request.Backend);
        if (backend is ExternalBackend) throw new UsageException($"{request.Backend} is a command line and keeps nothing between entries; start its own REPL, or use one of: {string.Join(", ", backends.OwnNames)}");
        if (request.FilePaths.FirstOrDefault(filePath => !File.Exists(filePath)) is { } missing) throw new UsageException($"there is no file {missing}");

        ReplSession? repl = null;
        ILineSource lines = host.IsInputTerminal && host.IsOutputTerminal
            ? new TerminalLines(new LineEditor(new ConsoleScreen(host.Out), text => new Completion(repl!.Ask).Offer(text)), History(request, host))
            : new PlainLines(host.OpenInput());
        using var interrupted = new EntryInterruption(host);
        var output = new ReplOutput(host.OutputStream);
        var options = new SessionOptions { Live = new LiveStreams(new ReplInput(lines, output, interrupted.Raise), output, host.ErrorStream) };
        RunLimits limits = RunLimits.Unlimited with { Time = request.Time ?? Timeout.InfiniteTimeSpan };
        await using ISession session = await backend.StartAsync(options, cancellationToken).ConfigureAwait(false);
        repl = new ReplSession(session, output, limits, interrupted, host);
        await repl.PrepareAsync(cancellationToken).ConfigureAwait(false);
        if (lines is TerminalLines) await WelcomeAsync(backend, host, cancellationToken).ConfigureAwait(false);
        foreach (string filePath in request.FilePaths)
        {
            if (await repl.RunFileAsync(filePath, cancellationToken).ConfigureAwait(false) is { } code) return code;
        }

        return await new ReplLoop(lines, repl).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private static ReplHistory History(ReplRequest request, CliHost host) => new(request.RemembersHistory ? ReplHistory.DefaultFilePath(host.Variable) : null);

    private static async Task WelcomeAsync(IBackend backend, CliHost host, CancellationToken cancellationToken)
    {
        ProbeResult probe = await backend.ProbeAsync(cancellationToken).ConfigureAwait(false);
        string text = $"iolab {probe.Version} on {backend.Name}; Tab completes, Ctrl-C interrupts, Ctrl-D ends";
        host.Out.WriteLine(host.UsesColour ? $"\e[2m{text}\e[0m" : text);
    }
}
