using System.Diagnostics;
using IoLab.Contract;
using IoLab.Harness.Bench;

namespace IoLab.Harness.Tests.Bench;

/// <summary>Real processes on real processors.</summary>
[TestFixture, Platform("Linux"), CancelAfter(60_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ProcessorPinningSpecs : IDisposable
{
    private readonly Process _process = Process.Start("sleep", "60");
    private readonly PlaceKernel _kernel = new();
    private readonly string _all = Allowed("/proc/thread-self/status");

    [Test]
    public void A_process_is_kept_where_the_kernel_is_fastest_until_it_is_released()
    {
        Assume.That(Processors(_all), Is.GreaterThan(1), "there is only one processor");
        var pinning = new ProcessorPinning(_kernel);

        pinning.Gather([_process.Id]);
        string gathered = Allowed($"/proc/{_process.Id}/status"), own = Allowed("/proc/thread-self/status");
        pinning.MeasureKernel();
        string kernel = _kernel.Places[^1], after = Allowed("/proc/thread-self/status"), child = ChildPlace();
        pinning.Release();

        Assert.Multiple(() =>
        {
            Assert.That(_kernel.Places.Distinct().Count(), Is.EqualTo(Processors(_all)), "it was tried everywhere");
            Assert.That(gathered, Is.EqualTo(_kernel.Fastest));
            Assert.That(kernel, Is.EqualTo(_kernel.Fastest));
            Assert.That((own, after, child), Is.EqualTo((_all, _all, _all)), "this process stays free, and so is what it starts");
            Assert.That(Allowed($"/proc/{_process.Id}/status"), Is.EqualTo(_all));
        });
    }

    [Test]
    public void Without_processes_the_kernel_runs_anywhere()
    {
        var pinning = new ProcessorPinning(_kernel);
        pinning.Gather([]);
        pinning.MeasureKernel();
        pinning.Release();
        Assert.That(_kernel.Places, Is.EqualTo(new[] { _all }));
    }

    [Test]
    public void A_process_that_is_gone_is_no_error()
    {
        _process.Kill();
        _process.WaitForExit();
        var pinning = new ProcessorPinning(_kernel);
        Assert.That(() => pinning.Gather([_process.Id]), Throws.Nothing);
        Assert.That(pinning.Release, Throws.Nothing);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static string ChildPlace()
    {
        using Process child = Process.Start(new ProcessStartInfo("cat", "/proc/self/status") { RedirectStandardOutput = true })!;
        return AllowedIn(child.StandardOutput.ReadToEnd());
    }

    private static string Allowed(string statusFilePath) => AllowedIn(File.ReadAllText(statusFilePath));

    private static string AllowedIn(string status) => status.Split('\n').First(line => line.StartsWith("Cpus_allowed:", StringComparison.Ordinal))[13..].Trim();

    private static int Processors(string mask) => mask.Where(char.IsAsciiHexDigit).Sum(digit => int.PopCount(Convert.ToInt32(digit.ToString(), 16)));

    /// <summary>Notes where it runs, and is fastest at the last place it was first tried at.</summary>
    private sealed class PlaceKernel : ICalibrationKernel
    {
        public string Name => "place";

        public List<string> Places { get; } = [];

        public string Fastest => Places.Distinct().Last();

        public Nanoseconds Measure()
        {
            Places.Add(Allowed("/proc/thread-self/status"));
            return new Nanoseconds(100 - Places.Distinct().Count());
        }
    }
}
