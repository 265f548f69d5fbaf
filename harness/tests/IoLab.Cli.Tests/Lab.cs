using System.Text;
using IoLab.Cli.Host;
using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Rounds;
using IoLab.Harness.Corpus;
using IoLab.TestBackends;

namespace IoLab.Cli.Tests;

/// <summary>A small repository in a temporary directory, with fake backends on an imaginary machine.</summary>
internal sealed class Lab : IDisposable
{
    private readonly string rootDirPath = Directory.CreateTempSubdirectory("iolab-lab-").FullName;

    public Lab()
    {
        Directory.CreateDirectory(Path.Combine(rootDirPath, "conformance/cases"));
        AddCase("print/one", "print 1", "1\n");
        AddCase("print/two", "print 2", "2\n");
        AddBenchmark("fake/doubling", "# unit: ns\n# expect(n): n*2\nwork 100us jitter 1% result n*2");
        AddBenchmark("fake/answer", "# unit: ns\n# expect: 42\nwork 30us jitter 1% result 42");
        Backends = [("tree", () => new FakeBackend(Machine, "tree")), ("fast", () => new FakeBackend(Machine, "fast") { Slowdown = 0.5 })];
    }

    public FakeMachine Machine { get; set; } = new();

    public IReadOnlyList<(string Name, Func<IBackend> Make)> Backends { get; set; }

    public string PathOf(string relative) => Path.Combine(rootDirPath, relative);

    public void AddCase(string id, string source, string? output)
    {
        string filePath = PathOf($"conformance/cases/{id}.io");
        Directory.CreateDirectory(Path.GetDirectoryName(filePath)!);
        File.WriteAllText(filePath, source);
        if (output is null) return;
        var result = new RunResult { Outcome = Outcome.Completed, StandardOutput = output };
        File.WriteAllText(Path.ChangeExtension(filePath, ".out"), ExpectationFormat.Write(Expectation.From(result, new Oracle("hand", "1", new DateOnly(2026, 1, 1)))));
    }

    public void AddBenchmark(string id, string source)
    {
        string filePath = PathOf($"harness/benchmarks/{id}.io");
        Directory.CreateDirectory(Path.GetDirectoryName(filePath)!);
        File.WriteAllText(filePath, source);
    }

    /// <summary>Runs a command line in this repository. An argument in double quotes may have spaces.</summary>
    public async Task<CliRun> RunAsync(params string[] words)
    {
        var output = new MemoryStream();
        var error = new MemoryStream();
        int code;
        using (CliHost host = CliHost.Captured(Stream.Null, output, error, name => name == "IOLAB_ROOT" ? rootDirPath : null))
        {
            var context = new CliContext(host, Backends, Backends[0].Name)
            {
                Engines = [("rounds", _ => new RoundsMeasurer(Machine.Clock, new FakeKernel(Machine, 0.005)))],
            };
            code = await new Application(context).RunAsync(words, CancellationToken.None);
        }

        return new CliRun(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    public void Dispose() => Directory.Delete(rootDirPath, true);
}
