using IoLab.Closure;
using IoLab.Contract;
using IoLab.Tree;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>What our machines do before a round of samples.</summary>
[NonParallelizable]
public class SettlingTests
{
    private static readonly IBackend[] Machines = [new TreeBackend(), new ClosureBackend()];

    [TestCaseSource(nameof(Machines))]
    public async Task The_heap_is_collected_and_the_first_time_twice(IBackend machine)
    {
        await using ISession session = await machine.StartAsync(new SessionOptions());
        await using IPreparedBenchmark prepared = await session.PrepareAsync(new IoProgram { Source = "benchmark := Object clone do(setup := method(nil); run := method(n, n))" }, new RunLimits());

        int before = GC.CollectionCount(2);
        await prepared.SettleAsync();
        int once = GC.CollectionCount(2);
        await prepared.SettleAsync();

        Assert.That((once - before, GC.CollectionCount(2) - once), Is.EqualTo((2, 1)));
    }

    [TestCaseSource(nameof(Machines))]
    public async Task Samples_tell_how_many_methods_were_compiled(IBackend machine)
    {
        await using ISession session = await machine.StartAsync(new SessionOptions());
        await using IPreparedBenchmark prepared = await session.PrepareAsync(new IoProgram { Source = "benchmark := Object clone do(setup := method(nil); run := method(n, n))" }, new RunLimits());

        Assert.That((await prepared.MeasureAsync(1, new RunLimits())).CompiledMethods, Is.GreaterThan(100));
    }
}
