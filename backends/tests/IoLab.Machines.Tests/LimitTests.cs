using System.Globalization;
using IoLab.Resumer;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>What a stackless machine promises, at full size, each in a process of its own whose memory is looked at.</summary>
[CancelAfter(300_000)]
public sealed class LimitTests
{
    private const long MiB = 1 << 20;

    private static readonly string[] Machines = ["tree", "closure", "bytecode"];

    private static void Holds(string machine, string source, string expected, long bytes)
    {
        var sourceFilePath = Path.GetTempFileName();
        try
        {
            File.WriteAllText(sourceFilePath, source);
            var (output, error) = Child.Run("run", machine, sourceFilePath);
            Assert.That(output, Is.EqualTo(expected), error);
            var peak = long.Parse(error.Split('\n')[0], CultureInfo.InvariantCulture);
            TestContext.Out.WriteLine($"{machine}: {peak / MiB} MiB");
            Assert.That(peak, Is.LessThan(bytes), $"{peak / MiB} MiB");
        }
        finally
        {
            File.Delete(sourceFilePath);
        }
    }

    [Test]
    public void A_recursion_a_million_deep_fits_in_2_GB([ValueSource(nameof(Machines))] string machine) =>
        Holds(machine, "down := method(n, if(n == 0, 0, 1 + down(n - 1))); writeln(down(1000000))", "1000000\n", 2048 * MiB);

    [Test]
    public void A_hundred_thousand_coroutines_are_alive_at_once([ValueSource(nameof(Machines))] string machine) => Holds(
        machine,
        """
        count := 0; most := 0; ended := 0
        work := method(n, count = count + 1; most = most max(count); yield; yield; ended = ended + n; count = count - 1)
        100000 repeat(i, coroDoLater(work(1)))
        while(ended < 100000, yield)
        writeln(most, " at once, ", ended, " ended")
        """,
        "100000 at once, 100000 ended\n", 1024 * MiB);

    [Test]
    public void A_hundred_thousand_coroutines_pause_and_are_resumed([ValueSource(nameof(Machines))] string machine) => Holds(
        machine,
        """
        paused := list(); ended := 0
        work := method(paused append(Coroutine currentCoroutine); pause; ended = ended + 1)
        main := Coroutine currentCoroutine
        100000 repeat(i, coroDoLater(work))
        while(paused size < 100000, yield)
        paused foreach(c, c resumeLater)
        while(ended < 100000, yield)
        writeln(ended, " ended")
        """,
        "100000 ended\n", 1024 * MiB);

    [Test]
    public void A_hundred_thousand_coroutines_wait_for_timers([ValueSource(nameof(Machines))] string machine) => Holds(
        machine,
        """
        ended := 0
        100000 repeat(i, coroDoLater(wait(1 + i % 7); ended = ended + 1))
        while(ended < 100000, wait(1))
        writeln(ended, " ended")
        """,
        "100000 ended\n", 1024 * MiB);

    private static readonly string[] TailCalls =
    [
        "f := method(n, if(n == 0, \"done\", f(n - 1)))",
        "f := method(n, if(n == 0, return \"done\"); g(n - 1)); g := method(n, if(n == 0, \"done\", f(n - 1)))",
        "f := method(n, if(n % 2 == 0, if(n == 0, \"done\", f(n - 1)), (f(n - 1))))",
        "b := block(n, if(n == 0, \"done\", b call(n - 1))); f := method(n, b call(n))",
        "f := method(n, if(n == 0, \"done\", self perform(\"f\", n - 1)))",
        "f := method(n, n switch(0, \"done\", f(n - 1)))",
        "f := method(n, if(n > 0 and (n isNil or n == n), f(n - 1), \"done\"))",
    ];

    [Test]
    public void Ten_million_tail_calls_take_constant_memory(
        [ValueSource(nameof(Machines))] string machine, [ValueSource(nameof(TailCalls))] string definition) =>
        Holds(machine, definition + "; writeln(f(10000000))", "done\n", 300 * MiB);

    [Test]
    public void A_thousand_tries_inside_each_other_end_in_order([ValueSource(nameof(Machines))] string machine) => Holds(
        machine,
        """
        nest := method(n, e := try(if(n == 0, Exception raise("innermost"), nest(n - 1))); Exception raise(e error .. "."))
        e := try(nest(999))
        writeln(e error size)
        """,
        "1009\n", 512 * MiB);

    [Test]
    public void A_string_of_100_MB_is_built_by_appends([ValueSource(nameof(Machines))] string machine) => Holds(
        machine,
        """
        s := Sequence clone
        while(s size < 100000000, s appendSeq("0123456789"))
        writeln(s size, " ", s exSlice(99999990, 100000000))
        """,
        "100000000 0123456789\n", 700 * MiB);

    [Test]
    public void Keys_of_maps_that_are_gone_are_gone([ValueSource(nameof(Machines))] string machine) => Holds(
        machine,
        """
        total := 0
        30 repeat(turn,
            m := Map clone
            100000 repeat(i, m atPut("a rather long key, number " .. (turn * 100000 + i), i))
            total = total + m size
            m = nil
        )
        writeln(total)
        """,
        "3000000\n", 500 * MiB);
}
