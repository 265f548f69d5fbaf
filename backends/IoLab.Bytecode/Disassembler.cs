using System.Globalization;
using IoLab.Contract;
using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>Code as people read it.</summary>
/// <param name="definitions">Where bodies are defined, see <see cref="Definitions"/>.</param>
/// <param name="program">The program's first message; null: not known.</param>
internal sealed class Disassembler(Definitions definitions, Message? program)
{
    private const int MostOfAMessage = 48;

    /// <summary>One piece of code.</summary>
    public CodeListing List(Code code)
    {
        var lines = new List<CodeLine>();
        for (var pc = 0; pc < code.Words.Length; pc += Opcodes.Table[code.Words[pc] & 255].Words)
            lines.Add(LineAt(code, pc));
        var locals = code.Names.Select((name, i) => new CodeLocal(Code.FirstRegister + i, name.Text));
        return new CodeListing(TitleOf(code), code.Root?.Label ?? "", code.Root?.Line ?? 0, code.Size, [.. locals], lines);
    }

    private string TitleOf(Code code) => code.Locality switch
    {
        Locality.Body => definitions.Of(code.Root) ?? $"body({string.Join(", ", code.Formals.Select(formal => formal.Text))})",
        Locality.Outer => "an argument, evaluated later",
        _ when code.HasReceiver => "the rest of a chain",
        _ when code.Root is not null && ReferenceEquals(code.Root, program) => "program",
        _ => "a chain in objects",
    };

    private static CodeLine LineAt(Code code, int pc)
    {
        var info = Opcodes.Table[code.Words[pc] & 255];
        var operands = new List<string>();
        for (var i = 0; i < info.Operands.Length; i++)
        {
            if (info.Operands[i] is not ('-' or 's'))
                operands.Add(OperandOf(code, info.Operands[i], Opcodes.Operand(code.Words, pc, i)));
        }
        var source = code.Map[pc];
        return new CodeLine(pc, info.Code.ToString(), operands, source?.Line ?? 0, source is null ? "" : TextOf(source));
    }

    private static string OperandOf(Code code, char letter, int operand) => letter switch
    {
        'k' or 'n' => TextOf(code.Constants[operand]),
        'j' => $"->{operand}",
        'b' => operand.ToString(CultureInfo.InvariantCulture),
        'p' => ((Opcode)operand).ToString(),
        'i' when operand == Opcodes.NoRegister => "locals",
        'o' when operand == 0 => "-",
        'v' or 'o' => RegisterOf((code.Owner ?? code).Names, operand),
        _ => RegisterOf(code.Names, operand),
    };

    private static string RegisterOf(Symbol[] names, int register)
    {
        var index = register - Code.FirstRegister;
        return register == Code.SelfRegister ? "self" : index >= 0 && index < names.Length ? $"r{register}:{names[index].Text}" : $"r{register}";
    }

    private static string TextOf(Value constant) => constant.Ref switch
    {
        null => constant.Num.ToString("R", CultureInfo.InvariantCulture),
        { Payload: Seq text } => Cut($"\"{text.ToText().Replace("\n", "\\n", StringComparison.Ordinal)}\""),
        { Payload: TagPayload tag } => tag.ToString(),
        var o => o.Kind.ToString(),
    };

    private static string TextOf(Message message) => message.IsTerminator ? ";" : Printer.Print(message.ShallowCopy(), MostOfAMessage).Replace("\n", " ", StringComparison.Ordinal);

    private static string Cut(string text) => text.Length <= MostOfAMessage ? text : text[..(MostOfAMessage - 4)] + "...\"";
}
