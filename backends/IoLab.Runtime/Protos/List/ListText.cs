using System.Runtime.InteropServices;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>
/// Texts of lists. <c>asString</c> shows the items' <c>asSimpleString</c>s; <c>asSimpleString</c> shows those of the first items as strings, cut:
/// so inner lists appear quoted again (io-language.md 8.1).
/// </summary>
internal static class ListText
{
    private const int ShownItems = 30;
    private const int Cut = 40;

    private static readonly Seq Open = Seq.FromText("list(");
    private static readonly Seq Separator = Seq.FromText(", ");
    private static readonly Seq Close = Seq.FromText(")");
    private static readonly Seq Again = Seq.FromText("list(...)");

    /// <summary><c>asString</c> if no item has to be asked.</summary>
    public static Seq? PlainString(Vm vm, Value self) => Plain(vm, self, isSimple: false);

    /// <summary><c>asSimpleString</c> if no item has to be asked.</summary>
    public static Seq? PlainSimpleString(Vm vm, Value self) => Plain(vm, self, isSimple: true);

    private sealed class Level(ListPayload list, bool isSimple)
    {
        public readonly ListPayload List = list;
        public readonly bool IsSimple = isSimple;
        public readonly List<Seq> Pieces = [Open];
        public int Next;
        public int Length;

        public bool IsComplete => Next >= List.Count || (IsSimple && (Next >= ShownItems || Length > Cut));

        public void Add(Seq text)
        {
            if (Next > 0)
                Pieces.Add(Separator);
            text = IsSimple ? Texts.Quote(text) : text;
            Pieces.Add(text);
            Length += text.Count;
            Next++;
        }

        public Seq? Finish(Vm vm)
        {
            Pieces.Add(Close);
            var text = Texts.Concat(vm, CollectionsMarshal.AsSpan(Pieces));
            return text is null || !IsSimple ? text : Texts.Cut(vm, text);
        }
    }

    private static Seq? Plain(Vm vm, Value self, bool isSimple)
    {
        var open = new Stack<Level>();
        var inside = new HashSet<ListPayload>(ReferenceEqualityComparer.Instance) { Lists.Of(vm, self) };
        var level = new Level(Lists.Of(vm, self), isSimple);
        while (true)
        {
            if (level.IsComplete)
            {
                if (level.Finish(vm) is not { } text)
                    return null;
                inside.Remove(level.List);
                if (!open.TryPop(out var outer))
                    return text;
                level = outer;
                level.Add(text);
                continue;
            }
            var item = vm.Resolve(level.List[level.Next]);
            if (item.PayloadAs<ListPayload>() is { } inner && IsPlainList(vm, item))
            {
                if (!inside.Add(inner))
                {
                    level.Add(Again);
                    continue;
                }
                open.Push(level);
                level = new Level(inner, isSimple: true);
                continue;
            }
            if (Texts.Of(vm, item, vm.Names.AsSimpleString) is not { } simple)
                return null;
            level.Add(simple);
        }
    }

    private static bool IsPlainList(Vm vm, Value list) =>
        vm.TryGetSlot(list, vm.Names.AsSimpleString, out var slot)
        && slot.PayloadAs<CFunctionPayload>()?.Builtin == ListSlots.Table["asSimpleString"];

    public static Request AsString(Vm vm, ControlFrame frame) => Show(vm, frame, isSimple: false);

    public static Request AsSimpleString(Vm vm, ControlFrame frame) => Show(vm, frame, isSimple: true);

    // Operand: 0 the items' texts so far.
    private static Request Show(Vm vm, ControlFrame frame, bool isSimple)
    {
        if (frame.State == 0)
        {
            if (Plain(vm, frame.Self, isSimple) is { } plain)
                return frame.Done(vm.World.NewSequence(plain));
            frame.Operands = [vm.World.NewList(new ListPayload())];
        }
        else
        {
            Each(frame).Add(frame.Value);
        }
        var list = Lists.Of(vm, frame.Self);
        var texts = Each(frame);
        var count = isSimple ? Math.Min(ShownItems, list.Count) : list.Count;
        while (texts.Count < count)
        {
            var item = list[texts.Count];
            if (Texts.Of(vm, item, vm.Names.AsSimpleString) is not { } text)
                return frame.Perform(vm.Names.Ask(vm.Names.AsSimpleString), item, frame.Locals, 1);
            texts.Add(vm.World.NewSequence(text));
        }
        var level = new Level(texts, isSimple);
        while (!level.IsComplete)
            level.Add(level.List[level.Next].PayloadAs<Seq>() ?? Other(vm, level.List[level.Next]));
        var shown = Texts.Answer(vm, level.Finish(vm));
        return shown.IsUnwind ? Request.Unwind : frame.Done(shown);
    }

    /// <summary>For an <c>asSimpleString</c> that is no sequence.</summary>
    private static Seq Other(Vm vm, Value text) => Texts.Of(vm, text, vm.Names.AsString) ?? Seq.FromText(vm.TypeName(text));

    private static ListPayload Each(ControlFrame frame) => (ListPayload)frame.Operands[0].Ref!.Payload!;

    // Operands: 0 the items' texts so far, 1 the separator's text, 2 the separator.
    public static Request Join(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                frame.Operands = [vm.World.NewList(new ListPayload()), vm.Text(""), vm.Nil];
                if (frame.ArgCount > 0)
                    return frame.EvalArg(0, 1);
                break;
            case 1:
                frame.Operands[2] = frame.Value;
                if (frame.Value.Is(vm.World.Nil))
                    break;
                return frame.Perform(vm.Names.Ask(vm.Names.AsString), frame.Value, frame.Locals, 2);
            case 2:
                frame.Operands[1] = frame.Value;
                break;
            default:
                Each(frame).Add(frame.Value);
                break;
        }
        var list = Lists.Of(vm, frame.Self);
        var texts = Each(frame);
        while (texts.Count < list.Count)
        {
            var item = list[texts.Count];
            if (Texts.Of(vm, item, vm.Names.AsString) is not { } text)
                return frame.Perform(vm.Names.Ask(vm.Names.AsString), item, frame.Locals, 3);
            texts.Add(vm.World.NewSequence(text));
        }
        var joined = JoinTexts(vm, texts, frame.Operands[1].PayloadAs<Seq>());
        return joined.IsUnwind ? Request.Unwind : frame.Done(joined);
    }

    private static Value JoinTexts(Vm vm, ListPayload texts, Seq? separator)
    {
        var pieces = new List<Seq>(2 * texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0 && separator is not null)
                pieces.Add(separator);
            if (texts[i].PayloadAs<Seq>() is { } text)
                pieces.Add(text);
        }
        return Texts.Answer(vm, Texts.Concat(vm, CollectionsMarshal.AsSpan(pieces), isMutable: true));
    }
}
