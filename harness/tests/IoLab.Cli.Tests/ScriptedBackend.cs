using System.Text;
using IoLab.Contract;

namespace IoLab.Cli.Tests;

/// <summary>A backend whose program text says how the run ends, so that a test of <c>run</c> needs no machine.</summary>
internal sealed class ScriptedBackend(string name) : IBackend
{
    public string Name => name;
    public string Description => "ends as its program says";
    public Capabilities Capabilities => Capabilities.InProcess | Capabilities.Tracing;
    public IReadOnlyList<string> Components => [$"everything/{name}"];
    public IReadOnlyList<MutantInfo> Mutants => [new("WrongWord", $"everything/{name}", "Ends otherwise.")];

    public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(new ProbeResult(true, "1.0", null));

    public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<ISession>(new Session(options));

    private sealed class Session(SessionOptions options) : ISession
    {
        public async ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
        {
            string[] words = program.Source.Trim().Split(' ', 2);
            string rest = words.ElementAtOrDefault(1) ?? "";
            switch (words[0])
            {
                case "exit": return new RunResult { Outcome = Outcome.Completed, ExitCode = int.Parse(rest) };
                case "raise": return Raised(Outcome.Raised, rest);
                case "syntax": return Raised(Outcome.SyntaxError, rest);
                case "throw": throw new InvalidOperationException(rest);
                case "refuse": throw new BackendException("scripted", rest);
                case "wait":
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
                case "args": Write(string.Join('|', program.Arguments) + "\n"); break;
                case "label": Write($"{program.Label} {program.IsFile}\n"); break;
                case "limits": Write($"{limits.Time.TotalSeconds} {limits.Steps} {limits.MemoryBytes} {options.Clock} {options.Seed}\n"); break;
                case "cat":
                    using (var reader = new StreamReader(options.Live!.Input!)) Write(await reader.ReadToEndAsync(cancellationToken));
                    break;
                case "outcome": return new RunResult { Outcome = Enum.Parse<Outcome>(rest), Detail = "as asked" };
                case "counters": return new RunResult { Outcome = Outcome.Completed, Counters = new Dictionary<string, long> { ["steps"] = 1234 } };
                default: Write(program.Source + "\n"); break;
            }

            return new RunResult { Outcome = Outcome.Completed };
        }

        private void Write(string text) => options.Live!.Output.Write(Encoding.UTF8.GetBytes(text));

        private RunResult Raised(Outcome outcome, string message)
        {
            string trace = $"\n  Exception: {message}\n  ---------\n  nothing on stack\n";
            Write(trace);
            return new RunResult { Outcome = outcome, Exception = new RaisedException("Exception", message, trace) };
        }

        public ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask ResetAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
