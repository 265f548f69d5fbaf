using IoLab.Resumer;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>Nothing depends on the host stack's depth.</summary>
public sealed class DepthTests
{
    private static readonly string[] Machines = ["tree", "closure", "bytecode"];

    [Test]
    public void A_recursion_100_000_deep_runs([ValueSource(nameof(Machines))] string machine)
    {
        var host = new MachineHost(machine);
        var value = host.Run("down := method(n, if(n == 0, 0, 1 + down(n - 1))); down(100000)");
        Assert.That(value.Num, Is.EqualTo(100_000), host.Error);
    }

    [Test]
    public void A_million_tail_calls_run_in_constant_space([ValueSource(nameof(Machines))] string machine)
    {
        var host = new MachineHost(machine);
        host.Vm.FrameLimit = 50;
        host.Run("loopy := method(n, if(n == 0, \"done\", loopy(n - 1))); writeln(loopy(1000000))");
        Assert.That(host.Output, Is.EqualTo("done\n"), host.Error);
    }

    [Test]
    public void Mutual_tail_calls_run_in_constant_space([ValueSource(nameof(Machines))] string machine)
    {
        var host = new MachineHost(machine);
        host.Vm.FrameLimit = 50;
        host.Run("even := method(n, if(n == 0, true, odd(n - 1))); odd := method(n, if(n == 0, false, even(n - 1))); writeln(even(100001))");
        Assert.That(host.Output, Is.EqualTo("false\n"), host.Error);
    }

    [Test]
    public void A_recursion_over_the_frame_limit_raises_an_exception_that_can_be_caught([ValueSource(nameof(Machines))] string machine)
    {
        var host = new MachineHost(machine);
        host.Vm.FrameLimit = 20_000;
        host.Run("down := method(n, 1 + down(n + 1)); writeln(try(down(0)) error)");
        Assert.That(host.Output, Is.EqualTo("Stack overflow: frame depth exceeded 20000\n"), host.Error);
    }

    [Test]
    public void Deeply_nested_source_runs([ValueSource(nameof(Machines))] string machine)
    {
        var host = new MachineHost(machine);
        var value = host.Run(new string('(', 20_000) + "7" + new string(')', 20_000));
        Assert.That(value.Num, Is.EqualTo(7), host.Error);
    }

    [Test]
    public void A_chain_of_100_000_messages_runs([ValueSource(nameof(Machines))] string machine)
    {
        var host = new MachineHost(machine);
        var value = host.Run("Number inc := method(self + 1); 0" + string.Concat(Enumerable.Repeat(" inc", 100_000)));
        Assert.That(value.Num, Is.EqualTo(100_000), host.Error);
    }
}
