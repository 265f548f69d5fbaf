using IoLab.Contract;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode.Profiling;

/// <summary>
/// What code and built-ins are called in a profile. A method is called after the object in whose slot it was when it was first called, and the slot: <c>Ball bounce</c>; code that was compiled
/// again is the same frame.
/// </summary>
/// <param name="vm">The world.</param>
/// <param name="program">The program that is run.</param>
internal sealed class FrameNames(Vm vm, Message? program)
{
    private const int MostOfAChain = 40;

    private readonly Definitions _definitions = new(program);
    private readonly Dictionary<(Message Root, Locality Locality, bool IsRest), ProfileFrame> _code = [];
    private readonly Dictionary<Builtin, ProfileFrame> _builtins = new(ReferenceEqualityComparer.Instance);

    /// <summary>Below the stack of a coroutine that nobody waits for.</summary>
    public static ProfileFrame Coroutine { get; } = new("(coroutine)", "", 0);

    /// <summary>Where frames were left out.</summary>
    public static ProfileFrame Deeper { get; } = new("(deeper)", "", 0);

    /// <summary>A piece of code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="target">Who was called, where it is a body.</param>
    public ProfileFrame Of(Code code, CallTarget? target)
    {
        if (code.Root is not { } root)
            return new ProfileFrame("an empty body", "", 0);
        var key = (root, code.Locality, code.HasReceiver);
        if (!_code.TryGetValue(key, out var frame))
        {
            var name = code.Locality switch
            {
                Locality.Body => NameOfBody(root, code.Formals, target?.Callee, target?.SlotContext, target?.Message),
                Locality.Outer => $"argument in {(code.Owner is { } owner ? Of(owner, null).Name : "a body")}",
                _ when ReferenceEquals(root, program) && !code.HasReceiver => "program",
                _ => $"{(code.HasReceiver ? "rest" : "chain")} {OneLine(root)}",
            };
            _code[key] = frame = new ProfileFrame(name, root.Label ?? "", root.Line);
        }
        return frame;
    }

    /// <summary>The body of an activation that is in portable frames.</summary>
    public ProfileFrame Of(Activation activation)
    {
        var block = (BlockPayload)activation.Block.Payload!;
        if (block.Body is not { } root)
            return new ProfileFrame("an empty body", "", 0);
        var key = (root, Locality.Body, false);
        if (!_code.TryGetValue(key, out var frame))
        {
            // A block's slot context is its sender, which to ask for is to make.
            var holder = block.Scope is null ? activation.SlotContext : null;
            _code[key] = frame = new ProfileFrame(NameOfBody(root, block.Formals, activation.Block, holder, activation.Message), root.Label ?? "", root.Line);
        }
        return frame;
    }

    /// <summary>A built-in.</summary>
    public ProfileFrame Of(Builtin builtin)
    {
        if (!_builtins.TryGetValue(builtin, out var frame))
            _builtins[builtin] = frame = new ProfileFrame($"{builtin.Proto} {builtin.Name}", "", 0);
        return frame;
    }

    /// <summary>One message without what follows it.</summary>
    public static string OneMessage(Message message) => message.IsTerminator ? ";" : OneLine(message.ShallowCopy());

    private static string OneLine(Message chain) => Printer.Print(chain, MostOfAChain).Replace('\n', ' ');

    private string NameOfBody(Message root, Symbol[] formals, IoObject? callee, IoObject? holder, Message? message)
    {
        if (callee is not null && holder is not null && SlotOf(holder, callee) is { } slot)
            return IsNamed(holder) ? $"{TypeOf(holder)} {slot}" : slot;
        if (_definitions.Of(root) is { } definition)
            return definition;
        var kind = callee?.Payload is BlockPayload { Scope: null } ? "method" : "block";
        return message is null || ReferenceEquals(message.Name, vm.Names.Call) ? $"{kind}({string.Join(", ", formals.Select(formal => formal.Text))})" : message.Name.Text;
    }

    private static string? SlotOf(IoObject holder, IoObject callee)
    {
        for (var i = 0; i < holder.Shape.Count; i++)
        {
            if (holder.Slots[i].Is(callee))
                return holder.Shape.NameAt(i).Text;
        }
        return null;
    }

    private bool IsNamed(IoObject holder) => (holder.Flags & ObjectFlags.Locals) == 0 && !ReferenceEquals(holder, vm.World.Lobby);

    private string TypeOf(IoObject holder) => vm.TypeName(holder);
}
