using System.Diagnostics;
using System.Text.Json;

namespace IoLab.Cli.Tests;

/// <summary>Whole measurements with real machines, each in a process of its own.</summary>
[Platform("Linux")]
[CancelAfter(240_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class MeasuringProcessSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string dirPath = Directory.CreateTempSubdirectory("iolab-measuring-").FullName;

    [SetUp]
    public void AddBenchmark()
    {
        Directory.CreateDirectory(PathOf("harness/benchmarks/own"));
        File.WriteAllText(PathOf("harness/benchmarks/own/count.io"), """
            # unit: ns
            # expect(n): n
            benchmark := Object clone do(setup := method(nil); run := method(n, c := 0; n repeat(c = c + 1); c))
            """);
    }

    [TearDown]
    public void Remove() => Directory.Delete(dirPath, true);

    [Test]
    public void Every_machine_has_a_process_of_its_own_and_options_reach_it()
    {
        // Slowed more, what takes a busy machine half a second once would take it longer than a worker is waited for.
        using Process process = Start("--slow-by", "500%", "--backend", "closure");
        HashSet<int> workers = [];
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        while (!process.HasExited)
        {
            workers.UnionWith(Workers(process));
            Thread.Sleep(5);
        }

        using Process plain = Start("--backend", "closure");
        double slowed = Level(output.Result), level = Level(plain.StandardOutput.ReadToEnd());
        Assert.That(workers, Has.Count.EqualTo(1), "a process for all invocations of a benchmark");
        Assert.That(slowed / level, Is.GreaterThan(2.5), "6 times, but for a busy machine");
    }

    [Test]
    public void A_worker_that_is_killed_is_its_participant_s_failure()
    {
        using Process process = Start("--invocations", "30");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        int[] workers = AwaitWorkers(process, 2);

        Kill(9, workers[1]); // The second that was started is closure's.
        process.WaitForExit();

        JsonElement rows = Rows(output.Result);
        Assert.That(rows[0].GetProperty("failure").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(rows[1].GetProperty("failure").GetString(), Does.Contain("killed from outside"));
        Assert.That(process.ExitCode, Is.EqualTo(2));
    }

    [TestCase(2, 130)]
    [TestCase(15, 130)]
    [TestCase(9, 137)]
    public void Nothing_survives_who_is_told_to_end(int signal, int code)
    {
        using Process process = Start("--invocations", "30");
        int[] workers = AwaitWorkers(process, 2);

        Kill(signal, process.Id);
        process.WaitForExit();

        Assert.That(process.ExitCode, Is.EqualTo(code));
        Assert.That(() => workers.Where(IsAlive), Is.Empty.After(5000, 20));
    }

    private string PathOf(string relative) => Path.Combine(dirPath, relative);

    /// <summary>With signals as a terminal gives them: a program that a shell started in the background ignores interrupts, and so would what it starts.</summary>
    private Process Start(params string[] words)
    {
        var info = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", "exec", typeof(Application).Assembly.Location, "bench", "--quick", "--budget", "20s", "--no-store", "--no-check", "--json", .. words, "count"])
        {
            RedirectStandardOutput = true, WorkingDirectory = dirPath,
        };
        info.Environment["IOLAB_ROOT"] = dirPath;
        return Process.Start(info)!;
    }

    private static double Level(string output)
    {
        JsonElement row = Rows(output)[0];
        Assert.That(row.GetProperty("failure").ValueKind, Is.EqualTo(JsonValueKind.Null), row.GetProperty("failure").ToString());
        return row.GetProperty("level").GetProperty("value").GetDouble();
    }

    private static JsonElement Rows(string output) => JsonDocument.Parse(output).RootElement.GetProperty("rows");

    /// <summary>Its workers in the order in which they were started.</summary>
    private static int[] AwaitWorkers(Process process, int count)
    {
        var clock = Stopwatch.StartNew();
        int[] found;
        while ((found = [.. Workers(process)]).Length < count)
        {
            Assert.That(clock.Elapsed, Is.LessThan(Patience), "no workers");
            Thread.Sleep(5);
        }

        return found;
    }

    private static IEnumerable<int> Workers(Process process)
    {
        try
        {
            return [.. Directory.GetDirectories($"/proc/{process.Id}/task").SelectMany(path => File.ReadAllText(path + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(int.Parse).Where(IsWorker).OrderBy(StartOf)];
        }
        catch (IOException)
        {
            return []; // A thread ended meanwhile.
        }
    }

    private static bool IsWorker(int id) => File.ReadAllText($"/proc/{id}/cmdline").EndsWith("\0worker\0", StringComparison.Ordinal);

    /// <summary>When a process began, in ticks since the machine did: numbers of processes begin anew when they reach their end.</summary>
    private static long StartOf(int id)
    {
        string stat = File.ReadAllText($"/proc/{id}/stat");
        return long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19]);
    }

    private static bool IsAlive(int id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Kill(int signal, int id)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        kill.WaitForExit();
    }
}
