using IoLab.Resumer;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>Bytes of a serialised computation that are not what was written are refused: an Io exception, no crash, no hang.</summary>
[CancelAfter(300_000)]
public sealed class StateBytesTests
{
    private const int Mark = 4;
    private const int ChecksumSize = 8;

    // Frames of all kinds, a try, a generator that is half used, a date, handlers and restarts are on the stack when the bytes are made.
    private const string Saver = """
        Point := Object clone do(x := 1; y ::= 2; sum := method(x + y))
        born := Date clone fromNumber(1000000000.5)
        shown := list(Point clone setY(5), born, born - Date clone fromNumber(0), Directory with("/tmp"), File with("/tmp/none"), Map with("k", list(1, 2)), "text", 1/3)
        save := method(n, call message; 1 + if(n == 0, callcc(block(k, Lobby bytes := k asBytes)); 0, save(n - 1)))
        result := list(1, 2) map(i,
            e := try(
                withHandler(Exception, block(e, r, 10),
                    withRestarts("use", block(v, v), for(j, 1, 2, total := save(3) + Exception signal("x"); if(i == 2, Exception raise(total)))))
            )
            if(e, e error, nil)
        )
        writeln(result, " ", shown at(0) sum, " ", shown at(1) asNumber, " ", shown at(2) asNumber, " ", shown at(3) path, " ", shown at(4) path, " ", shown at(5) at("k"))
        """;

    private static readonly string[] Machines = ["tree", "closure", "bytecode"];

    private static byte[] Save(string machine)
    {
        var host = new MachineHost(machine);
        host.Run(Saver);
        Assert.That(host.Output, Is.EqualTo("list(nil, 14) 6 1000000000.5 1000000000.5 /tmp /tmp/none list(1, 2)\n"), host.Error);
        return host.Bytes("bytes");
    }

    [Test]
    public void What_was_written_reads_and_runs_to_the_same_end([ValueSource(nameof(Machines))] string from, [ValueSource(nameof(Machines))] string to)
    {
        var host = new MachineHost(to);
        host.Continue(Save(from));
        Assert.That(host.Output, Is.EqualTo("list(nil, 14) 6 1000000000.5 1000000000.5 /tmp /tmp/none list(1, 2)\n"), host.Error);
    }

    [Test]
    public void Bytes_cut_off_anywhere_are_refused()
    {
        var bytes = Save("tree");
        var host = new MachineHost("closure");
        host.Give("state", bytes);
        host.Run("""
            for(size, 0, state size - 1,
                e := try(Continuation fromBytes(state exSlice(0, size)))
                if(e not or e error beginsWithSeq("Continuation fromBytes: ") not, writeln("size ", size, ": ", if(e, e error, "accepted")))
            )
            writeln("all refused")
            """);
        Assert.That(host.Output, Is.EqualTo("all refused\n"), host.Error);
    }

    [Test]
    public void Bytes_changed_anywhere_are_refused()
    {
        var bytes = Save("closure");
        var host = new MachineHost("tree");
        var random = new Random(20261121);
        for (var i = 0; i < 3000; i++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            host.Give("state", damaged);
            Assert.That(host.Run("Continuation fromBytes(state)").IsUnwind, $"change {i}");
            Assert.That(host.Error, Does.StartWith("Continuation fromBytes: "), $"change {i}");
        }
    }

    [Test]
    public void Bytes_changed_with_a_checksum_that_fits_are_read_or_refused_but_harm_nothing()
    {
        var bytes = Save("tree");
        var host = new MachineHost("tree");
        var random = new Random(20261122);
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                damaged[random.Next(Mark + 1, damaged.Length - ChecksumSize)] ^= (byte)random.Next(1, 256);
            Seal(damaged);
            host.Give("state", damaged);
            if (!host.Run("Continuation fromBytes(state) frameStates").IsUnwind)
                continue;
            refused++;
            Assert.That(host.Error, Does.StartWith("Continuation fromBytes: "), $"change {i}");
        }
        Assert.That(refused, Is.GreaterThan(300));
        Assert.That(host.Run("(1 + 1) == 2").Is(host.Vm.True));
    }

    /// <summary>Writes the checksum that fits: FNV-1a, 64 bits.</summary>
    private static void Seal(byte[] bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes.AsSpan(0, bytes.Length - ChecksumSize))
            hash = (hash ^ b) * 1099511628211UL;
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - ChecksumSize), hash);
    }
}
