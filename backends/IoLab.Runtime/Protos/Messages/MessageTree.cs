using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.List;
using Node = IoLab.Language.Message;

namespace IoLab.Runtime.Protos.Messages;

/// <summary>Walking message trees (io-language.md 5.8).</summary>
internal static class MessageTree
{
    /// <summary>The node a Message object stands for.</summary>
    public static Node Of(Value self) => ((MessagePayload)self.Ref!.Payload!).Message;

    public static Value Name(Vm vm, Value self, in Args args) => vm.SymbolObject(Of(self).Name);

    public static Value Arguments(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        foreach (var argument in Of(self).Arguments)
            list.Add(vm.Wrap(argument));
        return vm.World.NewList(list);
    }

    public static Value ArgCount(Vm vm, Value self, in Args args) => Of(self).Arguments.Length;

    public static Value ArgAt(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var number, out var error))
            return error;
        var arguments = Of(self).Arguments;
        var index = Lists.Index(number);
        if (index < 0)
            index += arguments.Length;
        return (uint)index < (uint)arguments.Length ? vm.Wrap(arguments[index]) : vm.Nil;
    }

    public static Value Next(Vm vm, Value self, in Args args) => WrapAfter(vm, Of(self), Of(self).Next);

    private static Value WrapAfter(Vm vm, Node previous, Node? node)
    {
        var wrapped = vm.Wrap(node);
        if (wrapped.PayloadAs<MessagePayload>() is { } payload)
            payload.Previous = previous;
        return wrapped;
    }

    /// <summary>The message before this one, if the program came from there; nodes themselves do not know it.</summary>
    public static Value Previous(Vm vm, Value self, in Args args) =>
        ((MessagePayload)self.Ref!.Payload!).Previous is { } previous && ReferenceEquals(previous.Next, Of(self)) ? vm.Wrap(previous) : vm.Nil;

    public static Value Last(Vm vm, Value self, in Args args)
    {
        var (previous, node) = ((Node?)null, Of(self));
        while (node.Next is { } next)
            (previous, node) = (node, next);
        return previous is null ? self : WrapAfter(vm, previous, node);
    }

    public static Value LastBeforeEndOfLine(Vm vm, Value self, in Args args)
    {
        var node = Of(self);
        while (node.Next is { IsTerminator: false } next)
            node = next;
        return vm.Wrap(node);
    }

    public static Value NextIgnoreEndOfLines(Vm vm, Value self, in Args args)
    {
        var node = Of(self).Next;
        while (node is { IsTerminator: true })
            node = node.Next;
        return vm.Wrap(node);
    }

    public static Value IsEndOfLine(Vm vm, Value self, in Args args) => vm.Bool(Of(self).IsTerminator);

    public static Value Label(Vm vm, Value self, in Args args) => vm.Text(Of(self).Label.Length == 0 ? "[unlabeled]" : Of(self).Label);

    public static Value LineNumber(Vm vm, Value self, in Args args) => Of(self).Line;

    public static Value CharacterNumber(Vm vm, Value self, in Args args) => Of(self).Character;

    public static Value CachedResult(Vm vm, Value self, in Args args) => Of(self).Cached is CachedValue cached ? cached.Value : vm.Nil;

    public static Value HasCachedResult(Vm vm, Value self, in Args args) => vm.Bool(Of(self).Cached is not null);
}
