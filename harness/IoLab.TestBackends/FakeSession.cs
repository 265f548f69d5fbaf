using System.Globalization;
using System.Text;
using IoLab.Contract;

namespace IoLab.TestBackends;

/// <summary>A session of <see cref="FakeBackend"/>.</summary>
internal sealed class FakeSession(FakeBackend backend, FakeMachine machine, double slowdown, Noise noise, LiveStreams? live) : ISession
{
    private readonly Dictionary<string, string> _globals = new(StringComparer.Ordinal);

    public int? ProcessId => backend.ProcessId;

    public async ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var output = new StringBuilder();
        RunResult Ended(Outcome outcome, string? detail = null, RaisedException? exception = null, int exitCode = 0)
        {
            live?.Output.Write(Encoding.UTF8.GetBytes(output + exception?.Trace));
            return new() { Outcome = outcome, StandardOutput = live is null ? output.ToString() : "", Detail = detail, Exception = exception, ExitCode = exitCode };
        }

        IReadOnlyList<FakeCommand> commands = FakeCommand.Parse(program.Source);
        if (commands.FirstOrDefault(command => command.Verb == "syntax") is { } bad)
        {
            return Ended(Outcome.SyntaxError, exception: new RaisedException("SyntaxError", bad.Text, ""));
        }

        foreach (FakeCommand command in commands)
        {
            switch (command.Verb)
            {
                case "print": output.Append(command.Text).Append('\n'); break;
                case "write": output.Append(command.Text); break;
                case "args": output.AppendJoin(',', program.Arguments.Skip(1)).Append('\n'); break;
                case "stdin": output.Append(program.StandardInput).Append('\n'); break;
                case "get": output.Append(_globals.GetValueOrDefault(command.Text, "nil")).Append('\n'); break;
                case "set":
                    string[] parts = command.Text.Split(' ', 2);
                    _globals[parts[0]] = parts.Length > 1 ? parts[1] : "";
                    break;
                case "raise":
                    int colon = command.Text.IndexOf(": ", StringComparison.Ordinal);
                    (string type, string message) = colon < 0 ? ("Exception", command.Text) : (command.Text[..colon], command.Text[(colon + 2)..]);
                    return Ended(Outcome.Raised, exception: new RaisedException(type, message, $"{type}: {message}\n---------\nnothing on stack\n"));
                case "crash": return Ended(Outcome.Crashed, command.Text);
                case "exit": return Ended(Outcome.Completed, exitCode: int.Parse(command.Text, CultureInfo.InvariantCulture));
                case "work": machine.Clock.Advance(FakeWork.Parse(command.Text).Time * machine.Slowdown() * slowdown); break;
                case "spin":
                    await SpinAsync(limits, cancellationToken).ConfigureAwait(false);
                    return Ended(Outcome.TimedOut, "spins");
            }

            if (output.Length > limits.OutputBytes)
            {
                return Ended(Outcome.OutputLimit, $"more than {limits.OutputBytes} bytes of output");
            }
        }

        return Ended(Outcome.Completed);
    }

    public async ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        await ResetAsync(cancellationToken).ConfigureAwait(false);
        FakeCommand? work = FakeCommand.Parse(program.Source).FirstOrDefault(command => command.Verb is "work" or "raise" or "syntax");
        if (work?.Verb != "work")
        {
            RunResult result = await RunAsync(program, limits, cancellationToken).ConfigureAwait(false);
            throw new BenchmarkFailedException(backend.Name, program.Label, result);
        }

        var parsed = FakeWork.Parse(work.Text);
        double setUp = parsed.SetUp * machine.Slowdown();
        if (limits.Time != Timeout.InfiniteTimeSpan && setUp > limits.Time.TotalNanoseconds)
        {
            machine.Clock.Advance(limits.Time.TotalNanoseconds);
            throw new BenchmarkFailedException(backend.Name, program.Label, new RunResult { Outcome = Outcome.TimedOut, Detail = $"setup took over {limits.Time.TotalSeconds:0.###} s" });
        }

        machine.Clock.Advance(setUp);
        return new FakeBenchmark(backend, program.Label, parsed, machine, slowdown * noise.Factor(parsed.Session), noise);
    }

    public ValueTask ResetAsync(CancellationToken cancellationToken = default)
    {
        _globals.Clear();
        return default;
    }

    public ValueTask DisposeAsync()
    {
        backend.SessionsEnded++;
        return default;
    }

    private async Task SpinAsync(RunLimits limits, CancellationToken cancellationToken)
    {
        if (limits.Time == Timeout.InfiniteTimeSpan)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }

        machine.Clock.Advance(limits.Time.TotalNanoseconds);
    }
}
