using IoLab.Resumer;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>
/// The promise the whole design rests on: a yield inside a try inside a foreach inside a lazily evaluated argument, made portable on one
/// machine, serialised, and finished on another, also in another process, also when every n-th call is forced to become portable.
/// </summary>
public sealed class SuspensionSpikeTests
{
    // While the main computation is suspended at the yield of x == 2, a coroutine serialises the whole world and both go on.
    private const string Program = """
        lazily := method(call evalArgAt(0))
        items := list(1, 2, 3)
        total := 0
        saver := Object clone do(
            go := method(
                callcc(block(k, Lobby bytes := k asBytes))
                writeln("saver goes on")
            )
        )
        result := lazily(
            items foreach(x,
                e := try(
                    if(x == 2, coroDoLater(saver go))
                    yield
                    total = total + x
                    if(x == 3, Exception raise("three"))
                )
                writeln(x, " ", e)
            )
            total * 10
        )
        writeln("result ", result)
        """;

    private const string Expected = """
        1 nil
        saver goes on
        2 nil
        3 three
        result 60

        """;

    private const string ExpectedAfterSaving = """
        saver goes on
        2 nil
        3 three
        result 60

        """;

    private static readonly string[] Machines = ["tree", "closure", "bytecode"];
    private static readonly int[] ReifyEvery = [0, 1, 2, 3, 5, 7, 11];

    private static string Source => Program.Replace("writeln(x, \" \", e)", "writeln(x, \" \", if(e, e error, nil))", StringComparison.Ordinal);

    [Test]
    public void The_program_prints_the_same_on_every_machine_and_with_reify_forced_anywhere(
        [ValueSource(nameof(Machines))] string machine, [ValueSource(nameof(ReifyEvery))] int reifyEvery)
    {
        var host = new MachineHost(machine, reifyEvery);
        host.Run(Source);
        Assert.That(host.Output, Is.EqualTo(Expected), host.Error);
    }

    [Test]
    public void A_state_saved_on_one_machine_finishes_on_another(
        [ValueSource(nameof(Machines))] string from, [ValueSource(nameof(Machines))] string to, [ValueSource(nameof(ReifyEvery))] int reifyEvery)
    {
        var first = new MachineHost(from, reifyEvery);
        first.Run(Source);
        var second = new MachineHost(to, reifyEvery);
        second.Continue(first.Bytes("bytes"));
        Assert.That(second.Output, Is.EqualTo(ExpectedAfterSaving), second.Error);
    }

    [Test]
    public void A_state_saved_on_one_machine_finishes_on_another_in_another_process(
        [ValueSource(nameof(Machines))] string from, [ValueSource(nameof(Machines))] string to)
    {
        var first = new MachineHost(from, 3);
        first.Run(Source);
        var stateFilePath = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(stateFilePath, first.Bytes("bytes"));
            var (output, error) = Child.Run("resume", to, "2", stateFilePath);
            Assert.That(output, Is.EqualTo(ExpectedAfterSaving), error);
        }
        finally
        {
            File.Delete(stateFilePath);
        }
    }
}
