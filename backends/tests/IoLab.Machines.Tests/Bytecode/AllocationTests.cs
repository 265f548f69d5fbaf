using IoLab.Bytecode;
using IoLab.Contract;
using NUnit.Framework;

namespace IoLab.Machines.Tests.Bytecode;

/// <summary>Calls that capture nothing leave nothing behind: windows are reused.</summary>
[CancelAfter(120_000)]
public sealed class AllocationTests
{
    private const int Calls = 1_000_000;

    [TestCase("for(i, 1, n, self none)")]
    [TestCase("for(i, 1, n, one(i))")]
    [TestCase("for(i, 1, n, two(i, i + 1))")]
    [TestCase("for(i, 1, n, self withLocals(i))")]
    [TestCase("for(i, 1, n, other two(1, i))")]
    [TestCase("for(i, 1, n / 2, one(one(i)))")]
    [TestCase("n repeat(other one(3))")]
    [TestCase("i := 0; while(i < n, i = one(i) + 1)")]
    [TestCase("b := block(x, x); for(i, 1, n, b call(i))")]
    [TestCase("for(i, 1, n / 100, down(99))")]
    [TestCase("for(i, 1, n / 100, tail(99))")]
    [TestCase("for(i, 1, n, other count(1))")]
    [TestCase("list(other, other clone, self) foreach(o, for(i, 1, n / 3, o one(i)))")]
    public async Task A_million_calls_allocate_less_than_1_MB(string body)
    {
        var source = $$"""
            Callee := Object clone do(
                none := method(self)
                one := method(a, a)
                two := method(a, b, if(a < b, a, b))
                withLocals := method(a, x := a; y := x * 2; x + y)
                down := method(k, if(k == 0, 0, 1 + down(k - 1)))
                tail := method(k, if(k == 0, 0, tail(k - 1)))
                total := 0
                count := method(by, total = total + by)
            )
            benchmark := Callee clone do(
                setup := method(self other := Callee clone)
                run := method(n, {{body}}; 0)
            )
            """;
        await using var session = await new BytecodeBackend().StartAsync(SessionOptions.Deterministic);
        await using var prepared = await session.PrepareAsync(new IoProgram { Source = source, Label = "calls.io" }, RunLimits.Unlimited);
        await prepared.MeasureAsync(1000, RunLimits.Unlimited);
        var sample = await prepared.MeasureAsync(Calls, RunLimits.Unlimited);
        TestContext.Out.WriteLine($"{sample.Allocated!.Value.Value:N0} bytes");
        Assert.That(sample.Allocated.Value.Value, Is.LessThan(1_000_000));
    }
}
