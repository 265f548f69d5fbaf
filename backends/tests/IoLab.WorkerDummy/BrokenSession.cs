using System.Text;
using IoLab.Contract;

namespace IoLab.WorkerDummy;

/// <summary>Runs verbs.</summary>
internal sealed class BrokenSession(Stream workerOutput) : ISession
{
    private readonly Verbs _verbs = new(workerOutput);

    public ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        var printed = new StringBuilder();
        foreach (var line in program.Source.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ', 2);
            _verbs.Do(words[0], words.ElementAtOrDefault(1) ?? "", printed);
        }
        return ValueTask.FromResult(new RunResult { Outcome = Outcome.Completed, StandardOutput = printed.ToString() });
    }

    public ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IPreparedBenchmark>(new BrokenBenchmark(_verbs, program.Source));

    public ValueTask ResetAsync(CancellationToken cancellationToken = default)
    {
        _verbs.Reset();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
