namespace IoLab.Bytecode;

/// <summary>What an instruction may do beyond writing its operand A, as far as others must know.</summary>
[Flags]
internal enum Effect
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>It may call, raise or suspend: its site tells what surrounds it, its value goes to A, and the registers behind A are the callee's meanwhile.</summary>
    Calls = 1,
    /// <summary>The instruction behind it is reached by jumps only.</summary>
    Ends = 2,
    /// <summary>A safepoint: every loop in code has one.</summary>
    Polls = 4,
    /// <summary>It reads registers of its own window as locals: code of a body only.</summary>
    InBodies = 8,
    /// <summary>It reads the registers of the activation it belongs to: code of an outer argument only.</summary>
    InArguments = 16,
    /// <summary>It takes register 0 for a number or the locals object, and register 1 for self: not in code in objects.</summary>
    NotInObjects = 32,
    /// <summary>Its site's cache is asked for an answer.</summary>
    LooksUp = 64,
}

/// <summary>What an instruction's site must have.</summary>
[Flags]
internal enum SitePart
{
    /// <summary>Its message and surroundings, as all have.</summary>
    None = 0,
    /// <summary>The name that is read or assigned.</summary>
    Variable = 1,
    /// <summary>A built-in.</summary>
    Builtin = 2,
    /// <summary>The place in a built-in's own steps.</summary>
    Control = 4,
    /// <summary>A chain.</summary>
    Chain = 8,
    /// <summary>The places of its call and behind it, and how many arguments are in between.</summary>
    Call = 16,
    /// <summary>As many arguments as the instruction names.</summary>
    Arguments = 32,
}

/// <summary>Tells of an opcode what the instruction is. This is the one table: listings, the verifier, counters and the documentation derive from it.</summary>
/// <param name="operands">See <see cref="OpcodeInfo.Operands"/>.</param>
/// <param name="doc">What it does.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class InstructionAttribute(string operands, string doc) : Attribute
{
    /// <summary>The operands.</summary>
    public string Operands { get; } = operands;
    /// <summary>What it does.</summary>
    public string Doc { get; } = doc;
    /// <summary>What it may do beyond that.</summary>
    public Effect Effect { get; init; }
    /// <summary>What its site must have.</summary>
    public SitePart Site { get; init; }
    /// <summary>How many registers from A on it uses.</summary>
    public int Span { get; init; } = 1;
}

/// <summary>What an instruction is.</summary>
/// <param name="Code">The opcode.</param>
/// <param name="Operands">
/// A letter for each operand: A, B and C in the first word, then a word each (<see cref="Opcodes.Letters"/> tells what they mean).
/// </param>
/// <param name="Doc">What it does.</param>
/// <param name="Effect">What it may do beyond that.</param>
/// <param name="Site">What its site must have.</param>
/// <param name="Span">How many registers from A on it uses.</param>
internal sealed record OpcodeInfo(Opcode Code, string Operands, string Doc, Effect Effect, SitePart Site, int Span)
{
    /// <summary>How many words it takes.</summary>
    public int Words { get; } = 1 + Operands.Length - 3;

    /// <summary>Has it a site? It is the last word.</summary>
    public bool HasSite { get; } = Operands[^1] == 's';

    /// <summary>Does it do this?</summary>
    public bool Has(Effect effect) => (Effect & effect) != 0;
}
