using System.Collections.Concurrent;
using IoLab.Contract;
using IoLab.Harness.Execution;
using IoLab.TestBackends;

namespace IoLab.Harness.Tests.Execution;

[TestFixture, CancelAfter(60_000)]
internal sealed class SessionPoolSpecs
{
    [Test]
    public async Task Every_program_finds_a_pristine_world()
    {
        await using var pool = new SessionPool(new FakeBackend(new FakeMachine()), new SessionOptions(), 3);
        var outputs = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async i => outputs.Add((await pool.RunAsync(Program($"get x\nset x {i}\nget x"), new RunLimits())).StandardOutput.Split('\n')[0])));
        Assert.That(outputs, Is.All.EqualTo("nil"));
    }

    [Test]
    public async Task A_crash_costs_one_run()
    {
        await using var pool = new SessionPool(new FakeBackend(new FakeMachine()), new SessionOptions(), 1);
        Outcome crashed = (await pool.RunAsync(Program("crash it"), new RunLimits())).Outcome, next = (await pool.RunAsync(Program("print 1"), new RunLimits())).Outcome;
        Assert.That((crashed, next), Is.EqualTo((Outcome.Crashed, Outcome.Completed)));
    }

    [Test]
    public void A_pool_has_at_least_one_session() =>
        Assert.That(() => new SessionPool(new FakeBackend(new FakeMachine()), new SessionOptions(), 0), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static IoProgram Program(string source) => new() { Source = source };
}
