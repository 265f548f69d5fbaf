using IoLab.Contract;
using IoLab.Harness.Execution;
using IoLab.Harness.Hostile;
using IoLab.Workers;

namespace IoLab.Conformance.Tests;

/// <summary>The hostile set on every machine of our own, in worker processes with a hard limit of heap: each program ends as it may, within its limits.</summary>
public sealed class HostileTests
{
    private static readonly WorkerSettings Settings = new()
    {
        Command = [Path.Combine(AppContext.BaseDirectory, "iolab-worker-dummy")], HeapBytes = 400L << 20,
    };

    private static readonly (string Name, SessionPool Pool)[] Machines =
        [("tree", PoolOf(new Tree.TreeBackend())), ("closure", PoolOf(new Closure.ClosureBackend())), ("bytecode", PoolOf(new Bytecode.BytecodeBackend()))];

    private static IReadOnlyList<HostileProgram> Programs { get; } = HostileSet.Load(Path.Combine(CorpusFolder.DirPath, "hostile"));

    private static IEnumerable<TestCaseData> ProgramsAndMachines() =>
        from machine in Machines
        from program in Programs
        select new TestCaseData(machine.Name, program.Name).SetArgDisplayNames(machine.Name, program.Name);

    [Test]
    public void The_set_has_at_least_thirty_programs() => Assert.That(Programs, Has.Count.GreaterThanOrEqualTo(30));

    [TestCaseSource(nameof(ProgramsAndMachines)), CancelAfter(60_000)]
    public async Task A_hostile_program_ends_as_it_may_and_within_its_limits(string machine, string name)
    {
        HostileProgram program = Programs.Single(one => one.Name == name);
        RunResult result = await Machines.Single(one => one.Name == machine).Pool.RunAsync(program.ToProgram(), program.Limits);
        Assert.That(program.Judge(result), Is.Null);
    }

    [OneTimeTearDown]
    public async Task EndWorkersAsync()
    {
        foreach ((_, SessionPool pool) in Machines) await pool.DisposeAsync();
    }

    private static SessionPool PoolOf(IBackend machine)
    {
        var backend = new IsolatedBackend(machine, Settings);
        return new SessionPool(backend, HostileRunner.OptionsFor(backend), 1, HostileRunner.Grace);
    }
}
