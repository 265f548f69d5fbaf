using System.Runtime.InteropServices;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.List;

namespace IoLab.Runtime.Protos.Object;

/// <summary>The texts of plain objects (io-language.md 4.5): type and identity, and a summary of the own slots.</summary>
internal static class ObjectText
{
    private static readonly Seq Space = Seq.FromText(" ");
    private static readonly Seq HeaderEnd = Seq.FromText(":\n");
    private static readonly Seq LineEnd = Seq.FromText("\n");

    private static Builtin ObjectType { get; } = ObjectSlots.Table["type"];

    /// <summary><c>asSimpleString</c> unless <c>type</c> is a program's method.</summary>
    public static Seq? PlainSimpleString(Vm vm, Value self)
    {
        if (!vm.TryGetSlot(self, vm.Names.Type, out var type))
            return null;
        if (type.PayloadAs<Seq>() is { } name)
            return WithIdentity(vm, self, name);
        return type.PayloadAs<CFunctionPayload>()?.Builtin == ObjectType ? WithIdentity(vm, self, Seq.FromText(vm.KindName(self))) : null;
    }

    private static Seq? WithIdentity(Vm vm, Value self, Seq type) =>
        Texts.Concat(vm, [type, Seq.FromText("_"), Identity.UniqueId(vm, self, default).PayloadAs<Seq>()!]);

    public static Request AsSimpleString(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (PlainSimpleString(vm, frame.Self) is { } plain)
                return frame.Done(vm.World.NewSequence(plain));
            return frame.Perform(vm.Names.Ask(vm.Names.Type), frame.Self, frame.Locals, 1);
        }
        var type = frame.Value.PayloadAs<Seq>() ?? Texts.Of(vm, frame.Value, vm.Names.AsString) ?? Seq.FromText(vm.KindName(frame.Self));
        return Answer(vm, frame, WithIdentity(vm, frame.Self, type));
    }

    private static Request Answer(Vm vm, ControlFrame frame, Seq? text)
    {
        var answer = Texts.Answer(vm, text);
        return answer.IsUnwind ? Request.Unwind : frame.Done(answer);
    }

    /// <summary><c>asString</c> if neither the receiver nor a slot's value has to be asked.</summary>
    public static Seq? PlainSummary(Vm vm, Value self)
    {
        if (Texts.Of(vm, self, vm.Names.AsSimpleString) is not { } header)
            return null;
        var pieces = new List<Seq> { Space, header, HeaderEnd };
        foreach (var name in SortedNames(vm, self, null))
        {
            if (Texts.Of(vm, SlotAccess.OwnValue(vm, self, name), vm.Names.AsSimpleString) is not { } text)
                return null;
            AddLine(pieces, name, text);
        }
        return Texts.Concat(vm, CollectionsMarshal.AsSpan(pieces));
    }

    private static void AddLine(List<Seq> pieces, Symbol name, Seq text)
    {
        pieces.Add(Seq.FromText($"  {name.Text.PadRight(16)} = "));
        pieces.Add(text);
        pieces.Add(LineEnd);
    }

    /// <summary>The own slots' names in order, those that contain a keyword when there is one.</summary>
    private static List<Symbol> SortedNames(Vm vm, Value self, string? keyword)
    {
        var names = SlotAccess.VisibleNames(vm, self);
        if (keyword is not null)
            names.RemoveAll(n => !n.Text.ToLowerInvariant().Contains(keyword, StringComparison.Ordinal));
        names.Sort((a, b) => string.CompareOrdinal(a.Text, b.Text));
        return names;
    }

    public static Request AsString(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0 && PlainSummary(vm, frame.Self) is { } plain)
            return frame.Done(vm.World.NewSequence(plain));
        return Summarize(vm, frame, keywordArgument: false);
    }

    public static Request SlotSummary(Vm vm, ControlFrame frame) => Summarize(vm, frame, keywordArgument: true);

    // Operands: 0 names, 1 texts: the header's, then the values'. States: 1 keyword known, 2 a text known.
    private static Request Summarize(Vm vm, ControlFrame frame, bool keywordArgument)
    {
        if (frame.State == 0 && keywordArgument && frame.ArgCount > 0)
            return frame.EvalArg(0, 1);
        if (frame.State < 2)
        {
            var keyword = frame.State == 1 ? frame.Value.PayloadAs<Seq>()?.ToText() : null;
            var list = new ListPayload();
            foreach (var name in SortedNames(vm, frame.Self, keyword))
                list.Add(vm.SymbolObject(name));
            frame.Operands = [vm.World.NewList(list), vm.World.NewList(new ListPayload())];
        }
        var names = Lists.Of(vm, frame.Operands[0]);
        var texts = Lists.Of(vm, frame.Operands[1]);
        if (frame.State == 2)
            texts.Add(frame.Value);
        while (texts.Count <= names.Count)
        {
            var value = texts.Count == 0 ? frame.Self : SlotAccess.OwnValue(vm, frame.Self, NameAt(vm, names, texts.Count - 1));
            if (Texts.Of(vm, value, vm.Names.AsSimpleString) is not { } text)
                return frame.Perform(vm.Names.Ask(vm.Names.AsSimpleString), value, frame.Locals, 2);
            texts.Add(vm.World.NewSequence(text));
        }
        var pieces = new List<Seq> { Space, TextOf(vm, texts[0]), HeaderEnd };
        for (var i = 0; i < names.Count; i++)
            AddLine(pieces, NameAt(vm, names, i), TextOf(vm, texts[i + 1]));
        return Answer(vm, frame, Texts.Concat(vm, CollectionsMarshal.AsSpan(pieces)));
    }

    private static Symbol NameAt(Vm vm, ListPayload names, int index) => vm.SymbolOf((Seq)names[index].Ref!.Payload!);

    private static Seq TextOf(Vm vm, Value text) => text.PayloadAs<Seq>() ?? Texts.Of(vm, text, vm.Names.AsString) ?? Seq.FromText(vm.KindName(text));
}
