using System.Text;
using IoLab.Contract;

namespace IoLab.WorkerDummy;

/// <summary>Runs verbs as a sample. Its result is how often it was told to settle; it claims that ten methods were compiled for each sample.</summary>
internal sealed class BrokenBenchmark(Verbs verbs, string source) : IPreparedBenchmark
{
    private int _settled, _samples;

    public ValueTask SettleAsync(CancellationToken cancellationToken = default)
    {
        _settled++;
        if (source == "settle-badly")
            verbs.Do("exit", "5", new StringBuilder());
        return ValueTask.CompletedTask;
    }

    public ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default)
    {
        var words = source.Split(' ', 2);
        verbs.Do(words[0], words.ElementAtOrDefault(1) ?? "", new StringBuilder());
        return ValueTask.FromResult(new RawSample(iterations, new Nanoseconds(1), null, $"{_settled}") { CompiledMethods = 10 * ++_samples });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
