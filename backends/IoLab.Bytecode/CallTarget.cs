using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Bytecode;

/// <summary>One callee at one site. Its <see cref="Token"/> waits in a register while arguments are evaluated, and an activation's record points at it.</summary>
internal sealed class CallTarget : Payload
{
    /// <summary>A callee.</summary>
    public CallTarget(Message message, IoObject callee, IoObject? slotContext)
    {
        Message = message;
        Callee = callee;
        SlotContext = slotContext;
        Block = callee.Payload as BlockPayload;
        Builtin = (callee.Payload as CFunctionPayload)?.Builtin;
        Intrinsic = Builtin is { } builtin ? Intrinsics.Of(builtin) : Intrinsic.None;
        _formals = Block?.Formals;
        HasRepeatedFormals = _formals is not null && Repeats(_formals);
        Token = new IoObject(NoShape, null, this, ObjectFlags.Sentinel);
    }

    private static readonly Shape NoShape = Shape.Root([]);

    private readonly Symbol[]? _formals;

    private static bool Repeats(Symbol[] formals)
    {
        for (var i = 1; i < formals.Length; i++)
        {
            if (Array.IndexOf(formals, formals[i], 0, i) >= 0)
                return true;
        }
        return false;
    }

    /// <summary>The calling message.</summary>
    public readonly Message Message;
    /// <summary>The Block or CFunction object.</summary>
    public readonly IoObject Callee;
    /// <summary>The payload of a block.</summary>
    public readonly BlockPayload? Block;
    /// <summary>Do its formals repeat a name?</summary>
    public readonly bool HasRepeatedFormals;
    /// <summary>The built-in of a CFunction.</summary>
    public readonly Builtin? Builtin;
    /// <summary>Which built-in the loop does itself.</summary>
    public readonly Intrinsic Intrinsic;
    /// <summary>The object in which the slot was found; null: the sender's locals.</summary>
    public readonly IoObject? SlotContext;
    /// <summary>Was it a method that is nothing but a literal, sent without arguments, when it was last called?</summary>
    public bool IsLiteral;
    /// <summary>What stands for it in a register.</summary>
    public readonly IoObject Token;

    /// <summary>Is it for this callee, found there, and has the callee still the code and the formals it had?</summary>
    public bool IsOf(IoObject callee, IoObject? slotContext) =>
        ReferenceEquals(Callee, callee) && ReferenceEquals(SlotContext, slotContext) && ReferenceEquals(Block, callee.Payload as BlockPayload) && ReferenceEquals(_formals, Block?.Formals);

    /// <inheritdoc/>
    public override Kind Kind => Kind.Sentinel;
}
