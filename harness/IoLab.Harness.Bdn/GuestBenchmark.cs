using BenchmarkDotNet.Attributes;

namespace IoLab.Harness.Bdn;

/// <summary>
/// The class that BenchmarkDotNet runs, in this process. It can hand over nothing but parameters, so the current case waits in a static
/// field: one run at a time, which <see cref="BdnMeasurer"/> sees to.
/// </summary>
public class GuestBenchmark
{
    internal static BdnCase? Current { get; set; }

    /// <summary>Starts the session.</summary>
    [GlobalSetup]
    public void SetUp() => Guard(() => Current!.SetUp());

    /// <summary>One call of <c>run(n)</c>.</summary>
    [Benchmark]
    public double Run()
    {
        double nanoseconds = 0;
        Guard(() => nanoseconds = Current!.Call().Elapsed.Value);
        return nanoseconds;
    }

    /// <summary>Ends the session.</summary>
    [GlobalCleanup]
    public void CleanUp() => Current!.CleanUp();

    /// <summary>
    /// Keeps the first failure in the case and does nothing from then on. An exception must not get out: BenchmarkDotNet 0.14 fails with a
    /// null reference of its own when an in-process benchmark throws (ExecuteResult.LogIssues asks for the paths of a build that never was).
    /// </summary>
    private static void Guard(Action action)
    {
        if (Current!.Failure is not null)
        {
            return;
        }

        try
        {
            action();
        }
        catch (Exception e)
        {
            Current.Failure = e is Contract.BenchmarkFailedException failed
                ? $"{failed.Result.Outcome}: {failed.Result.Exception?.Message ?? failed.Result.Detail ?? "no detail"}"
                : e.Message;
        }
    }
}
