using IoLab.Bytecode;
using IoLab.Contract;
using IoLab.Runtime.Core;
using NUnit.Framework;

namespace IoLab.Machines.Tests.Bytecode;

/// <summary>Damaged code is refused, or the loop survives it: whatever it does, it does as a guest, and a limit ends it.</summary>
[CancelAfter(600_000)]
public sealed class VerifierFuzzTests
{
    private const int Damages = 6000, PerSession = 40;
    private const string Label = "damaged.io";

    private static readonly string[] Programs =
    [
        "f := method(n, if(n < 2, n, f(n - 1) + f(n - 2))); f(8) println",
        "f := method(a, b, x := a; for(i, 1, b, x = x + i; if(i == 4, continue); if(i > 6, break(x))); x); f(1, 9) println",
        "f := method(l, s := 0; l foreach(i, v, s = s + v * i); l foreach(v, s = s - v); s); f(list(1, 2, 3)) println",
        "f := method(n, i := 0; while(i <= n, i = i + 1; if(i % 2 == 0, continue); i println); loop(i = i - 1; if(i < 0, return i))); f(5) println",
        "o := Object clone do(x := 1; y := method(z, x = x + z; self x)); 4 repeat(i, o y(i) println); o z := 5; o z = o z + 1; o z println",
        "f := method(x, b := block(y, x = x + y); 3 repeat(b call(2)); x); f(1) println",
        "g := method(a, b, c, list(a, b, c)); f := method(g(1, yield; 2, callcc(block(k, 3)))); coroDoLater(\"later\" println); f println",
        "f := method(a, (a and(a > 1)) or(a isNil) println; a ifTrue(return 1); a switch(1, 2, 3)); f(2) println; f(nil) println",
        "f := method(e := try(g(1 foo)); e error println; g(return 5); 6); g := method(x, x); f println",
        "f := method(n, n foo := 1; n foo); f(Object clone) println; f(3) println",
        "f := method(call message println; call evalArgAt(0) + thisLocalContext slotNames size); f(2 + 3) println",
        "f := method(\"abc\" foreach(c, c println); Map with(\"a\", 1) foreach(k, v, (k .. v) println); nil); f; setSlot(\"q\", 3); q println",
        "a := list(3, 1, 2) sort map(x, x * 2) select(x, x > 2); a println; for(i, a, 3, 1); 2 repeat(r, a append(r)); a size println",
    ];

    [TestCase(0, false, 1), TestCase(3, false, 2), TestCase(0, true, 3)]
    public async Task Damaged_code_is_refused_or_survived(int reifyEvery, bool isInstrumented, int seed)
    {
        var random = new Random(seed);
        int refused = 0, accepted = 0;
        var description = "";
        var backend = new BytecodeBackend { Retouch = code => code.Root?.Label == Label && random.Next(3) > 0 ? Retouched(code) : code };
        var outcomes = new Dictionary<Outcome, int>();
        for (var done = 0; done < Damages / PerSession / 3; done++)
        {
            await using var session = await backend.StartAsync(SessionOptions.Deterministic with { Permissions = Permissions.None, Debug = new DebugOptions { ReifyEvery = reifyEvery } });
            for (var i = 0; i < PerSession; i++)
            {
                var limits = new RunLimits { Time = TimeSpan.FromMilliseconds(1500), Steps = isInstrumented ? 20_000 : null, MemoryBytes = 256L << 20, OutputBytes = 1 << 16, Frames = 5_000 };
                var result = await session.RunAsync(new IoProgram { Source = Programs[random.Next(Programs.Length)], Label = Label }, limits);
                Assert.That(result.Outcome, Is.Not.EqualTo(Outcome.Crashed), $"{description}\n{result.Detail}");
                outcomes[result.Outcome] = outcomes.GetValueOrDefault(result.Outcome) + 1;
                await session.ResetAsync();
            }
        }
        TestContext.Out.WriteLine($"{refused} refused, {accepted} accepted; {string.Join(", ", outcomes)}");
        Assert.That((refused, accepted), Is.GreaterThan((200, 200)).Using<(int Refused, int Accepted)>((x, y) => Math.Min(x.Refused - y.Refused, x.Accepted - y.Accepted)));

        Code Retouched(Code code)
        {
            for (var attempt = 0; attempt < 4; attempt++)
            {
                var (damaged, what) = Damage(code, random);
                try
                {
                    Verifier.Check(damaged);
                    accepted++;
                    description = $"{what} in {new Disassembler(new Definitions(null), null).List(code).Lines.Aggregate("", (text, line) => $"{text}\n{line.Place} {line.Instruction} {string.Join(' ', line.Operands)} {line.Source}")}";
                    return damaged;
                }
                catch (BadCodeException)
                {
                    refused++;
                }
            }
            return code;
        }
    }

    private static (Code Code, string What) Damage(Code code, Random random)
    {
        uint[] words = [.. code.Words];
        Value[] constants = [.. code.Constants];
        Site[] sites = [.. code.Sites];
        var starts = Starts(code);
        var pc = starts[random.Next(starts.Count)];
        var other = starts[random.Next(starts.Count)];
        var (length, otherLength) = (Opcodes.Table[words[pc] & 255].Words, Opcodes.Table[words[other] & 255].Words);
        string what;
        switch (random.Next(9))
        {
            case 0:
                var at = random.Next(words.Length);
                words[at] = (uint)random.NextInt64(1L << 32);
                what = $"word {at} := {words[at]:x8}";
                break;
            case 1:
                var shift = 8 * random.Next(1, 4);
                words[pc] = words[pc] & ~(255u << shift) | (uint)random.Next(code.Size) << shift;
                what = $"{pc}: byte {shift / 8} := {words[pc] >> shift & 255}";
                break;
            case 2:
                words[pc] = words[pc] & ~255u | (uint)random.Next(Opcodes.Table.Length);
                what = $"{pc}: opcode := {(Opcode)(words[pc] & 255)}";
                break;
            case 3 when length > 1:
                var operand = pc + random.Next(1, length);
                words[operand] = (uint)random.Next(Math.Max(sites.Length, words.Length));
                what = $"word {operand} := {words[operand]}";
                break;
            case 4 when length == otherLength:
                code.Words.AsSpan(other, length).CopyTo(words.AsSpan(pc));
                what = $"{pc}: the instruction of {other}";
                break;
            case 5 when length == otherLength:
                code.Words.AsSpan(other, length).CopyTo(words.AsSpan(pc));
                code.Words.AsSpan(pc, length).CopyTo(words.AsSpan(other));
                what = $"{pc} and {other} exchanged";
                break;
            case 6 when constants.Length > 0:
                var constant = random.Next(constants.Length);
                constants[constant] = random.Next(3) switch { 0 => constants[random.Next(constants.Length)], 1 => new Value(random.Next(10) - 5), _ => Sentinels.Moved };
                what = $"constant {constant}";
                break;
            case 7 when sites.Length > 0:
                var number = random.Next(sites.Length);
                sites[number] = sites[random.Next(sites.Length)];
                what = $"site {number}";
                break;
            default:
                // A jump, the likeliest to pass: to another instruction.
                words[pc + length - 1] = (uint)other;
                what = $"{pc}: last word := {other}";
                break;
        }
        return (Pieces.Copy(code, words, random.Next(20) == 0 ? random.Next(2, 40) : null, sites, constants), what);
    }

    private static List<int> Starts(Code code)
    {
        var starts = new List<int>();
        for (var pc = 0; pc < code.Words.Length; pc += Opcodes.Table[code.Words[pc] & 255].Words)
            starts.Add(pc);
        return starts;
    }
}
