using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>How code reaches the locals.</summary>
internal enum Locality
{
    /// <summary>A block's body: locals are registers of its window.</summary>
    Body,
    /// <summary>An argument that a built-in or a method has evaluated later: locals are registers of its activation's window.</summary>
    Outer,
    /// <summary>A chain evaluated in objects: register 0 holds the locals, register 1 the chain's target.</summary>
    Object,
}

/// <summary>
/// Compiled code and what it refers to. A window is laid out thus: register 0 the Locals object (or a number while there is none), register 1 self or the chain's
/// target, then formals, locals, and temporaries.
/// </summary>
internal sealed class Code
{
    /// <summary>Register of the Locals object, and where a callee's value goes.</summary>
    public const int LocalsRegister = 0;
    /// <summary>Register of self or of the chain's target.</summary>
    public const int SelfRegister = 1;
    /// <summary>Register of the first formal, or of the receiver of code that goes on in mid-chain.</summary>
    public const int FirstRegister = Runtime.Control.LocalNames.FirstRegister;

    /// <summary>The version of all code this was compiled under.</summary>
    public required int Version;
    /// <summary>The first message of what it was made from; null: an empty body.</summary>
    public required Message? Root { get; init; }
    /// <summary>How it reaches locals.</summary>
    public required Locality Locality;
    /// <summary>The instructions.</summary>
    public required uint[] Words;
    /// <summary>The constants.</summary>
    public required Value[] Constants;
    /// <summary>The sites.</summary>
    public required Site[] Sites
    {
        get;
        init
        {
            field = value;
            OwnReads = new OwnRead[value.Length];
            for (var i = 0; i < value.Length; i++)
                value[i].Bind(OwnReads, i);
        }
    }
    /// <summary>Of each site: which slot of the receiver's own it reads.</summary>
    public readonly OwnRead[] OwnReads = [];
    /// <summary>Which message each instruction was made from.</summary>
    public required SourceMap Map { get; init; }
    /// <summary>How many registers a window has.</summary>
    public required int Size;
    /// <summary>Of a body: the formals.</summary>
    public Symbol[] Formals { get; init; } = [];
    /// <summary>Of a body: the names of registers from <see cref="FirstRegister"/> on, formals first.</summary>
    public Symbol[] Names { get; init; } = [];
    /// <summary>Where the locals object has them.</summary>
    public required LocalsLayout Layout { get; init; }
    /// <summary>Of an outer argument: the body whose locals it reads.</summary>
    public Code? Owner { get; init; }
    /// <summary>Of code in objects: does it begin with a receiver in <see cref="FirstRegister"/>?</summary>
    public bool HasReceiver { get; init; }
    /// <summary>The same as a set.</summary>
    public HashSet<Symbol> NameSet { get; init; } = [];
    /// <summary>Of a body: how many different formals; registers after them begin absent. When formals repeat, they are not in order.</summary>
    public int FormalCount;
    /// <summary>Of a body: do formals repeat a name?</summary>
    public bool HasRepeatedFormals;
    /// <summary>Of a body: are the locals an object from the start?</summary>
    public bool UsesObject;
    /// <summary>Of a body: how many <see cref="Names"/>.</summary>
    public int NameCount;
    /// <summary>Is it a body that is nothing but a literal?</summary>
    public bool IsLiteral;
    /// <summary>Of such a body: the value.</summary>
    public Value Literal;

    /// <summary>Arguments compiled to be evaluated later, by the message they begin with.</summary>
    public Dictionary<Message, Code> Arguments { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What the last run that was profiled has counted of it.</summary>
    public Profiling.CodeProfile? Profile { get; set; }

    /// <summary>Does it fit a block of the same body with these formals?</summary>
    public bool IsFor(Symbol[] formals) => ReferenceEquals(formals, Formals) || formals.AsSpan().SequenceEqual(Formals);
}

/// <summary>What is compiled of a message tree, one per message, made on demand.</summary>
internal sealed class MessageCode
{
    /// <summary>The version of all code this was compiled under.</summary>
    public required int Version { get; init; }
    /// <summary>Was the message that is a chain by itself sent without being compiled? The second time it is.</summary>
    public bool WasSent { get; set; }
    /// <summary>The chain that starts here, in objects.</summary>
    public Code? Chain { get; set; }
    /// <summary>The chain from here on, its receiver in register 2.</summary>
    public Code? Rest { get; set; }
    /// <summary>The same up to the end of the statement.</summary>
    public Code? Body { get; set; }
}
