using IoLab.Language;
using IoLab.Closure.Nodes;
using IoLab.Runtime.Core;

namespace IoLab.Closure;

/// <summary>A block's compiled body: register code, or object code for bodies that play with their own locals.</summary>
internal sealed class BlockCode
{
    /// <summary>The version of all code this was compiled under.</summary>
    public required int Version { get; init; }
    /// <summary>The body.</summary>
    public required Node Body { get; init; }
    /// <summary>The formals of the block.</summary>
    public required Symbol[] Formals { get; init; }
    /// <summary>The names of registers from <see cref="Node.FirstRegister"/> on: formals first.</summary>
    public required Symbol[] Names { get; init; }
    /// <summary>The same as a set.</summary>
    public required HashSet<Symbol> NameSet { get; init; }
    /// <summary>The register of each formal (a repeated name has one register).</summary>
    public required int[] FormalRegisters { get; init; }
    /// <summary>How many different formals: registers after them start absent.</summary>
    public required int FormalCount { get; init; }
    /// <summary>Are the locals an object from the start?</summary>
    public required bool UsesObject { get; init; }
    /// <summary>The body when it is nothing but a literal.</summary>
    public ConstantNode? Constant { get; init; }
    /// <summary>Registers of a window, header included.</summary>
    public int WindowSize => Node.FirstRegister + Names.Length;

    /// <summary>Does it fit a block of the same body with these formals?</summary>
    public bool IsFor(Symbol[] formals) => ReferenceEquals(formals, Formals) || formals.AsSpan().SequenceEqual(Formals);
}

/// <summary>One callee at one place: what an activation's record points at. Immutable.</summary>
internal sealed class CallTarget(Message message, Node[] arguments, IoObject callee, IoObject? slotContext)
{
    /// <summary>The calling message.</summary>
    public Message Message { get; } = message;
    /// <summary>The compiled arguments, in the caller's window.</summary>
    public Node[] Arguments { get; } = arguments;
    /// <summary>The Block object.</summary>
    public IoObject Callee { get; } = callee;
    /// <summary>Its payload.</summary>
    public BlockPayload Block { get; } = (BlockPayload)callee.Payload!;
    /// <summary>The object in which the slot was found.</summary>
    public IoObject? SlotContext { get; } = slotContext;
    /// <summary>Are the sender's locals that object? They are made when somebody asks.</summary>
    public bool HasSenderAsContext { get; init; }
}

/// <summary>One activation on the host stack.</summary>
internal struct Record
{
    /// <summary>Who was called from where; null for evaluations that are no activation.</summary>
    public CallTarget? Target;
    /// <summary>The code it runs: the block may have been given another body since.</summary>
    public BlockCode? Code;
    /// <summary>The place of its window.</summary>
    public int Window;
    /// <summary>The place of its caller's window.</summary>
    public int CallerWindow;
}

/// <summary>What is compiled of a message tree in object code, one per message, made on demand.</summary>
internal sealed class MessageCode
{
    /// <summary>The version of all code this was compiled under.</summary>
    public required int Version { get; init; }
    /// <summary>The statement that starts here, up to the next terminator.</summary>
    public Node? Statement { get; set; }
    /// <summary>The first message of the statement after it.</summary>
    public Message? NextStatement { get; set; }
    /// <summary>The chain as the body of a block.</summary>
    public BlockCode? Body { get; set; }
    /// <summary>The rest of a statement from here, its receiver in register 2.</summary>
    public Node? Rest { get; set; }
}
