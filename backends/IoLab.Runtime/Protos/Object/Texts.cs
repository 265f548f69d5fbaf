using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Number;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Texts of values that can be had without sending a message, and their concatenation.</summary>
internal static unsafe class Texts
{
    /// <summary>
    /// What a message without arguments such as <c>asString</c> or <c>asSimpleString</c> would answer, or null when only a send can tell:
    /// a program has redefined it, or the built-in has to ask other objects.
    /// </summary>
    public static Seq? Of(Vm vm, Value value, Symbol name)
    {
        value = vm.Resolve(value);
        if (!vm.Lookup.TryFind(vm.LookupStart(value), name, out var found) || found.Raw.Ref is not { } slot)
            return null;
        if ((slot.Flags & ObjectFlags.Activatable) == 0)
            return slot.Payload as Seq;
        return slot.Payload is CFunctionPayload { Builtin: var builtin } ? Ask(vm, builtin, value, name) : null;
    }

    private static Seq? Ask(Vm vm, Builtin builtin, Value value, Symbol name)
    {
        if (builtin.Receiver is { } kind && kind != (value.Ref?.Kind ?? Kind.Number))
            return null;
        if (builtin.Plain is not null)
            return builtin.Plain(vm, value);
        if (builtin.Eager is null)
            return null;
        if (ReferenceEquals(name, vm.Names.AsString))
        {
            if (value.Ref is null && builtin.Proto == "Number")
                return NumberText.ToSeq(value.Num);
            if (value.Ref?.Payload is Seq seq && builtin.Proto == "Sequence")
                return seq.Encoding == SeqEncoding.Number ? Sequence.SequenceText.Numbers(seq) : seq;
        }
        var answer = builtin.Eager(vm, value, new Args([], vm.Names.Ask(name)));
        if (!answer.IsUnwind)
            return answer.PayloadAs<Seq>();
        // Neither a redirect nor an error is ours to handle: the send that follows meets it again.
        vm.RedirectTo = null;
        vm.Stop = StopKind.None;
        return null;
    }

    /// <summary>A plain <c>asString</c>, for texts that are the same.</summary>
    public static Seq? PlainString(Vm vm, Value self) => Of(vm, self, vm.Names.AsString);

    /// <summary>Sends <c>asString</c>.</summary>
    public static Request AsString(Vm vm, ControlFrame frame) => frame.TailPerform(vm.Names.Ask(vm.Names.AsString), frame.Self, frame.Locals);

    /// <summary>Asks all values for a text. True when all are there; until then the request is to be answered (state 1).</summary>
    /// <param name="vm">The world.</param>
    /// <param name="frame">The primitive.</param>
    /// <param name="name">The message to ask with.</param>
    /// <param name="values">The operand that holds the list of values.</param>
    /// <param name="texts">The operand that holds the list of texts so far.</param>
    /// <param name="request">What to answer the machine.</param>
    public static bool Collect(Vm vm, ControlFrame frame, Symbol name, int values, int texts, out Request request)
    {
        request = Request.Done;
        var all = List.Lists.Of(vm, frame.Operands[values]);
        var known = List.Lists.Of(vm, frame.Operands[texts]);
        if (frame.State == 1)
            known.Add(frame.Value);
        while (known.Count < all.Count)
        {
            var value = all[known.Count];
            if (Of(vm, value, name) is not { } text)
            {
                request = frame.Perform(vm.Names.Ask(name), value, frame.Locals, 1);
                return false;
            }
            known.Add(vm.World.NewSequence(text));
        }
        return true;
    }

    /// <summary>An immutable sequence of all pieces, as wide as the widest; null when it would be over the memory limit.</summary>
    public static Seq? Concat(Vm vm, ReadOnlySpan<Seq> pieces, bool isMutable = false)
    {
        var type = ItemType.UInt8;
        var encoding = SeqEncoding.Ascii;
        var count = 0L;
        foreach (var piece in pieces)
        {
            count += piece.Count;
            if (piece.ItemSize <= Seq.SizeOf(type))
                continue;
            type = piece.ItemType;
            encoding = piece.Encoding;
        }
        var size = Seq.SizeOf(type);
        if (!vm.Host.MayAllocate(count * size))
            return null;
        var bytes = new byte[count * size];
        var position = 0;
        foreach (var piece in pieces)
        {
            var part = piece.ItemType == type ? piece : piece.ConvertTo(type, encoding, false);
            part.Bytes.CopyTo(bytes.AsSpan(position));
            position += part.Bytes.Length;
        }
        // Decoding UTF-8 may have made it shorter.
        return new Seq(bytes, position / size, type, encoding, isMutable);
    }

    /// <summary>The answer of a primitive for <see cref="Concat"/>'s result.</summary>
    public static Value Answer(Vm vm, Seq? text) =>
        text is null ? vm.Abort(Host.RunEnd.MemoryLimit, "a sequence is over the memory limit") : vm.World.NewSequence(text);

    /// <summary>A text in double quotes with its special characters escaped, as <c>asSimpleString</c> shows strings.</summary>
    public static Seq Quote(Seq text) => Sequence.SequenceText.Quote(text);

    /// <summary>A text of more than 40 items cut to 37 and three dots.</summary>
    public static Seq Cut(Vm vm, Seq text) => text.Count <= 40 ? text : Concat(vm, [text.Slice(0, 37, false), Seq.FromText("...")])!;
}
