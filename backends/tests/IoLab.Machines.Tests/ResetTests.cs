using System.Runtime.CompilerServices;
using IoLab.Closure;
using IoLab.Contract;
using IoLab.Resumer;
using IoLab.Tree;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>After a reset a session is what a fresh one is.</summary>
[CancelAfter(60_000)]
public sealed class ResetTests
{
    private static readonly IBackend[] Machines = [new TreeBackend(), new ClosureBackend(), new IoLab.Bytecode.BytecodeBackend()];

    [Test]
    public async Task What_is_done_to_a_literal_is_undone(
        [ValueSource(nameof(Machines))] IBackend machine,
        [Values(
            "\"frozen\" setSlot(\"size\", 7)",
            "\"frozen\" become(7)",
            "\"frozen\" setProto(Object clone do(size := 7))",
            "\"frozen\" setIsActivatable(true)")] string change)
    {
        await using var session = await machine.StartAsync(SessionOptions.Deterministic);
        await session.RunAsync(new IoProgram { Source = change }, new RunLimits());
        await session.ResetAsync();
        var after = await session.RunAsync(new IoProgram { Source = "x := \"frozen\"; x size println; getSlot(\"x\") isActivatable println" }, new RunLimits());
        Assert.That(after.StandardOutput, Is.EqualTo("6\nfalse\n"));
    }

    /// <summary>Found by a campaign: that Coroutine itself had been resumed, or had raised, was still known to the programs after it.</summary>
    [Test]
    public async Task What_happened_to_Coroutine_itself_is_undone(
        [ValueSource(nameof(Machines))] IBackend machine,
        [Values("Coroutine resume", "try(Coroutine raiseException(Exception clone))", "Coroutine resumeLater; yield", "Coroutine resumeLater", "Coroutine clone setParentCoroutine(Coroutine) resume")] string change)
    {
        var program = new IoProgram { Source = "list(Coroutine isFinished, Coroutine exception, Coroutine result, Scheduler yieldingCoros size, try(1)) println; Coroutine resumeLater; yield; \"on\" println" };
        await using var session = await machine.StartAsync(SessionOptions.Deterministic);
        var fresh = await session.RunAsync(program, new RunLimits());
        await session.ResetAsync();
        await session.RunAsync(new IoProgram { Source = change }, new RunLimits());
        await session.ResetAsync();

        Assert.That((await session.RunAsync(program, new RunLimits())).StandardOutput, Is.EqualTo(fresh.StandardOutput).And.StartsWith("list(false, nil, "));
    }

    /// <summary>Found by campaigns: texts that show an identity, and sorting by it, depended on what the session had run before.</summary>
    [TestCaseSource(nameof(Machines))]
    public async Task Identities_are_numbered_anew(IBackend machine)
    {
        var program = new IoProgram { Source = "Object clone uniqueId println; list(Map, Lobby, List, Object clone) sort map(type) println" };
        await using var session = await machine.StartAsync(SessionOptions.Deterministic);
        var fresh = await session.RunAsync(program, new RunLimits());
        await session.ResetAsync();
        await session.RunAsync(new IoProgram { Source = "list(List, Object clone, Lobby, Map) sort; Lobby uniqueId" }, new RunLimits());
        await session.ResetAsync();

        Assert.That((await session.RunAsync(program, new RunLimits())).StandardOutput, Is.EqualTo(fresh.StandardOutput).And.Contains("0x"));
    }

    /// <summary>The caches of a session that runs thousands of programs kept hundreds of dead ones alive: collections took longer than the programs. What the newest left in registers may stay.</summary>
    [Test]
    public void Programs_that_have_ended_are_garbage([Values("tree", "closure", "bytecode")] string machine)
    {
        var host = new MachineHost(machine);
        WeakReference[] ended = [.. Enumerable.Range(0, 12).Select(_ => RunAndReset(host))];
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(ended.Count(one => one.IsAlive), Is.LessThanOrEqualTo(2));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference RunAndReset(MachineHost host)
    {
        host.Run("A := Object clone do(one := method(two); two := 2; list(3, 4) foreach(i, one + i)); B := A clone; B one; list(B, A clone) map(one)");
        Assert.That(host.Vm.TryGetSlot(host.Vm.World.Lobby, host.Vm.Symbols.Intern("A"), out var made), Is.True);
        var ended = new WeakReference(made.Ref);
        host.Vm.Machine.Reset();
        host.Vm.Journal.Reset();
        return ended;
    }
}
