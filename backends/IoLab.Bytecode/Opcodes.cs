using System.Reflection;
using System.Text;

namespace IoLab.Bytecode;

/// <summary>
/// The table of instructions. An instruction is a word of 32 bits (opcode, A, B, C: a byte each) and a word for each further operand. A site is always the last word, so that a frame's program
/// counter tells which site is at work.
/// </summary>
internal static class Opcodes
{
    /// <summary>A register operand that stands for the locals, where there is one.</summary>
    public const int NoRegister = 255;

    /// <summary>All instructions, by opcode.</summary>
    public static readonly OpcodeInfo[] Table = [.. Enum.GetValues<Opcode>().Select(Read)];

    /// <summary>What the letters of <see cref="OpcodeInfo.Operands"/> mean.</summary>
    public static IReadOnlyDictionary<char, string> Letters { get; } = new Dictionary<char, string>
    {
        ['w'] = "a register that is written", ['r'] = "a register that is read", ['x'] = "a register that is read and written",
        ['q'] = "a register of which is asked whether it holds a number: a local's, too", ['i'] = "a register that is read, or 255 for the locals",
        ['v'] = "a local's register", ['o'] = "a local's register, or 0 when the local is in none", ['b'] = "0 or 1", ['p'] = "an operator of numbers",
        ['k'] = "a constant", ['n'] = "a constant that is a number", ['j'] = "a place to jump to", ['s'] = "a site", ['-'] = "nothing",
    };

    /// <summary>What the instruction that begins with a word is; null: there is no such instruction.</summary>
    public static OpcodeInfo? Of(uint word) => (word & 255) < Table.Length ? Table[word & 255] : null;

    /// <summary>The table as documentation shows it.</summary>
    public static string Describe()
    {
        var text = new StringBuilder();
        text.Append("A, B and C are the bytes of the first word, the others words of their own. ").AppendJoin("; ", Letters.Where(letter => letter.Key != '-').Select(letter => $"`{letter.Key}` {letter.Value}"));
        text.Append(".\n\n| instruction | A | B | C | words | effect | what it does |\n|---|---|---|---|---|---|---|\n");
        foreach (var info in Table)
        {
            var operands = info.Operands.Select(letter => letter == '-' ? "" : letter.ToString()).ToArray();
            text.Append($"| `{info.Code}` | {operands[0]} | {operands[1]} | {operands[2]} | {string.Join(' ', operands.Skip(3))} | {(info.Effect == Effect.None ? "" : info.Effect)} | {info.Doc} |\n");
        }
        return text.ToString();
    }

    private static OpcodeInfo Read(Opcode code)
    {
        var told = typeof(Opcode).GetField(code.ToString())!.GetCustomAttribute<InstructionAttribute>()!;
        return new OpcodeInfo(code, told.Operands, told.Doc, told.Effect, told.Site, told.Span);
    }

    /// <summary>One operand of the instruction at a place: A, B, C, then further words.</summary>
    public static int Operand(uint[] words, int pc, int index) => index < 3 ? (int)(words[pc] >> (8 * (index + 1)) & 255) : (int)words[pc + index - 2];
}
