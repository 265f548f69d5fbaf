using IoLab.Closure;
using IoLab.Contract;
using IoLab.Tree;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>What a program does to what outlives it is undone by a reset.</summary>
public sealed class ResetTests
{
    private static readonly IBackend[] Machines = [new TreeBackend(), new ClosureBackend()];

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
}
