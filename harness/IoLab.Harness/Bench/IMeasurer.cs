namespace IoLab.Harness.Bench;

/// <summary>A way to measure benchmarks.</summary>
public interface IMeasurer
{
    /// <summary>The engine's name in series: <c>rounds</c>, <c>bdn</c>.</summary>
    string Name { get; }

    /// <summary>Measures. A benchmark's failure is part of the result.</summary>
    /// <exception cref="HarnessException">The plan is impossible for this measurer.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<BenchmarkRun> MeasureAsync(MeasurementPlan plan, IBenchProgress? progress = null, CancellationToken cancellationToken = default);
}
