using IoLab.Bytecode;
using IoLab.Language;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using IoLab.Runtime.Protos;

namespace IoLab.Machines.Tests.Bytecode;

/// <summary>Compiled code to look at and to break.</summary>
internal sealed class Pieces
{
    private readonly BytecodeMachine _machine;

    public Pieces(bool verifies = false)
    {
        Vm = Bootstrap.Create(new HostServices { Output = new OutputSink(), Error = new OutputSink(), Clock = new VirtualClock(0) });
        Vm.Machine = _machine = new BytecodeMachine(Vm, 0) { Verifies = verifies };
    }

    public Vm Vm { get; }

    /// <summary>The body of a method.</summary>
    public Code Body(string source, params string[] formals) =>
        Compiler.Body(_machine, new BlockPayload([.. formals.Select(name => Vm.Symbols.Intern(name))], Parse(source), null), 0);

    /// <summary>A chain in objects.</summary>
    public Code Chain(string source) => Compiler.Chain(_machine, Parse(source), 0);

    /// <summary>An argument that is evaluated later.</summary>
    public Code Argument(Code owner, string source) => Compiler.Argument(_machine, owner, Parse(source));

    private Message Parse(string source) => Source.TryParse(Vm, source, "piece.io", null, out var chain) ? chain! : throw new ArgumentException($"does not compile: {source}");

    /// <summary>Where the first instruction of a kind is.</summary>
    public static int Find(Code code, Opcode opcode, int nth = 0)
    {
        for (var pc = 0; pc < code.Words.Length; pc += Opcodes.Table[code.Words[pc] & 255].Words)
        {
            if ((Opcode)(code.Words[pc] & 255) == opcode && nth-- == 0)
                return pc;
        }
        throw new ArgumentException($"no {opcode} in\n{new Disassembler(new Definitions(null), null).List(code)}");
    }

    /// <summary>Sets operand A, B or C.</summary>
    public static void Set(Code code, int pc, int operand, int value)
    {
        var shift = 8 * (operand + 1);
        code.Words[pc] = code.Words[pc] & ~(255u << shift) | (uint)value << shift;
    }

    /// <summary>The site of an instruction.</summary>
    public static ref Site SiteOf(Code code, int pc) => ref code.Sites[code.Words[pc + Opcodes.Table[code.Words[pc] & 255].Words - 1]];

    /// <summary>The same code with other words or another size.</summary>
    public static Code Copy(Code code, uint[]? words = null, int? size = null, Site[]? sites = null, Value[]? constants = null) => new()
    {
        Version = code.Version, Root = code.Root, Locality = code.Locality, Words = words ?? code.Words, Constants = constants ?? code.Constants, Sites = sites ?? code.Sites, Map = code.Map,
        Size = size ?? code.Size, Formals = code.Formals, Names = code.Names, NameSet = code.NameSet, Owner = code.Owner, HasReceiver = code.HasReceiver, FormalCount = code.FormalCount,
        HasRepeatedFormals = code.HasRepeatedFormals, UsesObject = code.UsesObject, NameCount = code.NameCount, Layout = code.Layout, IsLiteral = code.IsLiteral, Literal = code.Literal,
    };
}
