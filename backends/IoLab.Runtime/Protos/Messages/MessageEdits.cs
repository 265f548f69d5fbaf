using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using Node = IoLab.Language.Message;

namespace IoLab.Runtime.Protos.Messages;

/// <summary>Changing message trees. Compiled forms become stale; what belongs to the image is put back at a reset.</summary>
internal static class MessageEdits
{
    /// <summary>The node about to be changed.</summary>
    private static Node ToChange(Vm vm, Value self)
    {
        var node = MessageTree.Of(self);
        var isImage = ReferenceEquals(node.Label, Prelude.Label) || ReferenceEquals(self.Ref, vm.World.Message);
        if (isImage)
        {
            var (name, arguments, next, label) = (node.Name, node.Arguments, node.Next, node.Label);
            var (line, character, cached) = (node.Line, node.Character, node.Cached);
            vm.Journal.OnReset(() =>
            {
                node.Rename(name);
                (node.Arguments, node.Next, node.Label) = (arguments, next, label);
                (node.Line, node.Character, node.Cached) = (line, character, cached);
                vm.Machine.NoteEdited(node);
                vm.Sources.Clear();
            });
        }
        return node;
    }

    private static Value Edited(Vm vm, Value self)
    {
        vm.Machine.NoteEdited(MessageTree.Of(self));
        vm.Sources.Clear();
        return self;
    }

    /// <summary>
    /// Would the part make the message a part of itself? Everything that walks a message (compiling, printing, copying) counts on its end. False when not; an Io exception is
    /// being raised otherwise.
    /// </summary>
    private static bool MakesCircle(Vm vm, Node whole, ReadOnlySpan<Node> parts, Node at)
    {
        var pending = new Stack<Node>(parts.ToArray());
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        while (pending.TryPop(out var node))
        {
            if (ReferenceEquals(node, whole))
            {
                vm.Raise($"{at.Name.Text}: a message cannot be a part of itself", at);
                return true;
            }
            if (!seen.Add(node))
                continue;
            if (node.Next is { } next)
                pending.Push(next);
            foreach (var argument in node.Arguments)
                pending.Push(argument);
        }
        return false;
    }

    public static Value Clone(Vm vm, Value self, in Args args)
    {
        var clone = vm.Clone(self.Ref!);
        ((MessagePayload)clone.Payload!).Message.Wrapper = clone;
        return clone;
    }

    public static Request Union(Vm vm, ControlFrame frame)
    {
        if (frame.ArgCount == 0)
            return vm.RaiseRequest("nil does not respond to 'arguments'", frame.Message);
        var union = new Node(vm.Symbols.Intern("[unnamed]")) { Arguments = [MessageTree.Of(frame.Self), .. frame.Message.Arguments[0].Arguments] };
        return frame.Done(vm.Wrap(union));
    }

    public static Value SetName(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        ToChange(vm, self).Rename(name);
        return Edited(vm, self);
    }

    public static Value SetArguments(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var list, out var error))
            return error;
        var arguments = new Node[list.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (list[i].PayloadAs<MessagePayload>() is not { Message: var argument })
                return vm.Raise("arguments_() takes a list containing only Message objects", args.Message);
            arguments[i] = argument;
        }
        if (MakesCircle(vm, MessageTree.Of(self), arguments, args.Message))
            return vm.Unwind;
        ToChange(vm, self).Arguments = arguments;
        return Edited(vm, self);
    }

    public static Value AppendArg(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<MessagePayload>(vm, 0, "Message", out var argument, out var error))
            return error;
        return MakesCircle(vm, MessageTree.Of(self), [argument.Message], args.Message) ? vm.Unwind : Append(vm, self, argument.Message);
    }

    public static Value AppendCachedArg(Vm vm, Value self, in Args args) =>
        Append(vm, self, Object.Evaluation.Literals(vm, [args.Get(vm, 0)])[0]);

    private static Value Append(Vm vm, Value self, Node argument)
    {
        var node = ToChange(vm, self);
        node.Arguments = [.. node.Arguments, argument];
        return Edited(vm, self);
    }

    public static Value SetNext(Vm vm, Value self, in Args args)
    {
        var next = args.Get(vm, 0);
        if (!next.Is(vm.World.Nil) && next.PayloadAs<MessagePayload>() is null)
            return vm.Raise("Io Assertion 'argument must be Message or Nil'", args.Message);
        if (next.PayloadAs<MessagePayload>() is { Message: var follower } && MakesCircle(vm, MessageTree.Of(self), [follower], args.Message))
            return vm.Unwind;
        ToChange(vm, self).Next = next.PayloadAs<MessagePayload>()?.Message;
        if (next.PayloadAs<MessagePayload>() is { } payload)
            payload.Previous = MessageTree.Of(self);
        return Edited(vm, self);
    }

    public static Value SetCachedResult(Vm vm, Value self, in Args args)
    {
        ToChange(vm, self).Cached = new CachedValue(args.Get(vm, 0));
        return Edited(vm, self);
    }

    public static Value RemoveCachedResult(Vm vm, Value self, in Args args)
    {
        ToChange(vm, self).Cached = null;
        return Edited(vm, self);
    }

    public static Value SetLabel(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var label, out var error))
            return error;
        ToChange(vm, self).Label = label.ToText();
        return self;
    }

    public static Value SetLineNumber(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var line, out var error))
            return error;
        ToChange(vm, self).Line = List.Lists.Index(line);
        return self;
    }

    public static Value SetCharacterNumber(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var character, out var error))
            return error;
        ToChange(vm, self).Character = List.Lists.Index(character);
        return self;
    }

    public static Value OpShuffle(Vm vm, Value self, in Args args)
    {
        var node = ToChange(vm, self);
        return Source.TryShuffle(vm, node, args.Message) ? Edited(vm, self) : vm.Unwind;
    }
}
