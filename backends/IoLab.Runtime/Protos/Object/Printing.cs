using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Text of values and output (io-language.md 4.5). Plain values take a C# path; everything with its own <c>asString</c> goes through the prelude.</summary>
internal static class Printing
{
    /// <summary>The text of a value whose <c>asString</c> is known without sending anything, or null.</summary>
    public static Seq? PlainText(Vm vm, Value value) => Texts.Of(vm, value, vm.Names.AsString);

    /// <summary>Writes bytes to standard output. False when the run must end; the stop state is then set.</summary>
    public static bool Emit(Vm vm, ReadOnlySpan<byte> bytes)
    {
        vm.Tracer?.Output(bytes);
        if (vm.Host.Output.Write(bytes))
            return true;
        vm.Abort(Host.RunEnd.OutputLimit, $"wrote more than {vm.Host.Output.Limit} bytes");
        return false;
    }

    /// <summary>Writes a sequence's raw text. False as for bytes.</summary>
    public static bool Emit(Vm vm, Seq seq) => Emit(vm, seq.ItemType == ItemType.UInt8 ? seq.Bytes : seq.ToUtf8());

    public static Value Print(Vm vm, Value self, in Args args)
    {
        if (PlainText(vm, self) is not { } text)
            return vm.Redirect(vm.Symbols.Intern("print"));
        return Emit(vm, text) ? self : vm.Unwind;
    }

    public static Value Println(Vm vm, Value self, in Args args)
    {
        if (!PrintsPlainly(vm, self) || PlainText(vm, self) is not { } text)
            return vm.Redirect(vm.Symbols.Intern("println"));
        return Emit(vm, text) && Emit(vm, "\n"u8) ? self : vm.Unwind;
    }

    /// <summary>Is its <c>print</c> the library's, which writes what <c>asString</c> answers?</summary>
    private static bool PrintsPlainly(Vm vm, Value value) =>
        vm.Lookup.TryFind(vm.LookupStart(value), vm.Names.Print, out var print)
        && print.Raw.PayloadAs<CFunctionPayload>() is { Builtin: { Name: "print", Proto: "Object" or "Sequence" } };

    public static Value Concatenate(Vm vm, Value self, in Args args)
    {
        var other = args.Get(vm, 0);
        if (PlainText(vm, self) is not { } left || PlainText(vm, other) is not { } right)
            return vm.Redirect(vm.Symbols.Intern("concatenate"));
        return Join(vm, left, right);
    }

    /// <summary>An immutable sequence of both.</summary>
    public static Value Join(Vm vm, Seq left, Seq right)
    {
        var wide = left.IsNarrowerThan(right) ? right : left;
        var count = (long)left.Count + right.Count;
        if (!Sequence.Seqs.MayHold(vm, count, wide.ItemSize))
            return vm.Unwind;
        if (left.ItemType != right.ItemType)
        {
            left = left.ConvertTo(wide.ItemType, wide.Encoding, false);
            right = right.ConvertTo(wide.ItemType, wide.Encoding, false);
        }
        var bytes = new byte[left.Bytes.Length + right.Bytes.Length];
        left.Bytes.CopyTo(bytes);
        right.Bytes.CopyTo(bytes.AsSpan(left.Bytes.Length));
        return vm.World.NewSequence(new Seq(bytes, left.Count + right.Count, wide.ItemType, wide.Encoding, false));
    }

    public static Request Write(Vm vm, ControlFrame frame) => WriteAll(vm, frame, newline: false);

    public static Request Writeln(Vm vm, ControlFrame frame) => WriteAll(vm, frame, newline: true);

    // Operands: the arguments' values. States: 1..n argument evaluated; n+1+i text of argument i computed; 2n+1+i argument i has printed itself.
    private static Request WriteAll(Vm vm, ControlFrame frame, bool newline)
    {
        var count = frame.ArgCount;
        if (frame.State <= count)
        {
            if (frame.State == 0)
                frame.Operands = new Value[count];
            else
                frame.Operands[frame.State - 1] = frame.Value;
            if (frame.State < count)
                return frame.EvalArg(frame.State, frame.State + 1);
            frame.State = count + 1;
        }
        else if (frame.State > 2 * count)
        {
            frame.State += 1 - count;
        }
        else
        {
            var written = frame.Value.PayloadAs<Seq>() ?? PlainText(vm, frame.Value);
            if (written is not null && !Emit(vm, written))
                return Request.Unwind;
            frame.State++;
        }
        for (var i = frame.State - count - 1; i < count; i++)
        {
            if (!PrintsPlainly(vm, frame.Operands[i]))
                return frame.Perform(vm.Names.Ask(vm.Names.Print), frame.Operands[i], frame.Locals, (2 * count) + 1 + i);
            if (PlainText(vm, frame.Operands[i]) is not { } text)
                return frame.Perform(vm.Names.Ask(vm.Names.AsString), frame.Operands[i], frame.Locals, count + 1 + i);
            if (!Emit(vm, text))
                return Request.Unwind;
        }
        if (newline && !Emit(vm, "\n"u8))
            return Request.Unwind;
        return frame.Done(vm.Nil);
    }
}
