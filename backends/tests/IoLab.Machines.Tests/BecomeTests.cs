using IoLab.Resumer;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>
/// A receiver that becomes another object while its arguments are evaluated. The reference refuses most of it (its values that are made in C cannot become others), so this is no case of the corpus.
/// </summary>
public sealed class BecomeTests
{
    private static readonly string[] Machines = ["tree", "closure", "bytecode"];

    [Test]
    public void What_a_receiver_has_become_is_what_is_asked([ValueSource(nameof(Machines))] string machine)
    {
        var host = new MachineHost(machine);
        host.Run("s := \"abc\" asMutable; writeln(s appendSeq(s become(\"x\" asMutable) .. \"y\"), \" \", s)\nl := list(1, 2); writeln(l append(l become(list(3)) size), \" \", l)");
        Assert.That(host.Output, Is.EqualTo("xxy xxy\nlist(3, 1) list(3, 1)\n"), host.Error);
    }

    [TestCase("\"abc\" asMutable", "appendSeq(r become(list(1)) size asString)", "Sequence", "List")]
    [TestCase("\"abc\" asMutable", "append(r become(list(1)))", "Sequence", "List")]
    [TestCase("\"abc\"", "at(r become(list(7, 8)) size)", "Sequence", "List")]
    [TestCase("list(1, 2)", "append(r become(\"abc\") size)", "List", "Sequence")]
    [TestCase("list(1, 2)", "indexOf(r become(\"abc\") size)", "List", "Sequence")]
    [TestCase("Map clone", "atPut(\"a\", r become(list(5)) size)", "Map", "List")]
    [TestCase("Map clone", "hasKey(r become(\"abc\"))", "Map", "Sequence")]
    [TestCase("Duration clone", "setMinutes(r become(\"abc\") size)", "Duration", "Sequence")]
    [TestCase("WeakLink clone", "setLink(r become(\"abc\"))", "WeakLink", "Sequence")]
    public void A_method_that_is_not_for_what_a_receiver_has_become_raises(string made, string message, string kind, string became)
    {
        foreach (var machine in Machines)
        {
            var host = new MachineHost(machine);
            host.Run($"r := {made}; writeln(try(r {message}) error)");
            Assert.That(host.Output, Is.EqualTo($"CFunction defined for type {kind} but called on type {became}\n"), $"{machine}: {host.Error}");
        }
    }

    [Test]
    public void A_loop_goes_on_over_the_sequence_a_receiver_has_become([Values("tree", "bytecode")] string machine)
    {
        var host = new MachineHost(machine);
        host.Run("s := \"abc\" asMutable; seen := list(); s foreach(i, c, if(i == 0, s become(\"xy\" asMutable)); seen append(c)); writeln(seen)");
        Assert.That(host.Output, Is.EqualTo("list(97, 121)\n"), host.Error);
    }

    [TestCase("s := \"abc\" asMutable; s foreach(c, s become(list(9)))")]
    [TestCase("s := \"#{s become(list(9))} abc\" asMutable; s interpolateInPlace")]
    [TestCase("m := Map clone atPut(\"a\", 1); m detect(k, v, k become(list(1)); true)")]
    [TestCase("m := Map clone atPut(\"a\", 1) atPut(\"b\", 2); m keys foreach(k, k become(list(1))); m foreach(k, v, k)")]
    public void A_loop_over_what_becomes_something_else_crashes_nothing(string program)
    {
        foreach (var machine in Machines)
        {
            var host = new MachineHost(machine);
            host.Run($"try({program})\nwriteln(\"on\")");
            Assert.That(host.Output, Is.EqualTo("on\n"), $"{machine}: {host.Error}");
        }
    }
}
