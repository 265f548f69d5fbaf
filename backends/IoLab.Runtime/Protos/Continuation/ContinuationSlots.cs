using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.State;

namespace IoLab.Runtime.Protos.Continuation;

/// <summary>The slots of Continuation, and Object's <c>callcc</c>. The reference has them compiled out: this is their definition.</summary>
internal static unsafe class ContinuationSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Continuation")
        .Data("type", vm => vm.Text("Continuation"), "The kind's name.")
        .Control("invoke", "[value]", &Invoke, "Goes back to where it was captured, with a value; once.")
        .Eager("copy", "", &Copy, "A fresh continuation of the same frames, not yet invoked.")
        .Eager("isInvoked", "", &IsInvoked, "Has it been used?")
        .Eager("frameCount", "", &FrameCount, "How many frames it holds.")
        .Eager("frameMessages", "", &FrameMessages, "The messages of its frames, newest first.")
        .Eager("frameStates", "", &FrameStates, "The kinds of its frames, newest first.")
        .Eager("asBytes", "", &AsBytes, "Everything it needs, as a Sequence for another process.")
        .Eager("fromBytes", "bytes: Sequence", &FromBytes, "A continuation from such a Sequence.");

    private static ContinuationPayload? Of(Value self) => self.PayloadAs<ContinuationPayload>();

    private static Value None(Vm vm, in Args args) => vm.Raise("this Continuation holds nothing: make one with callcc or fromBytes", args.Message);

    /// <summary><c>callcc(block(k, ...))</c>: calls the block with the current continuation.</summary>
    public static Request CallCc(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                return frame.ArgCount == 0 ? Object.Evaluation.WrongArgument(vm, frame, 0, vm.Nil, "Block") : frame.EvalArg(0, 1);
            case 1:
                if (frame.Value.PayloadAs<BlockPayload>() is null)
                    return Object.Evaluation.WrongArgument(vm, frame, 0, frame.Value, "Block");
                frame.Operands = [frame.Value];
                return frame.Capture(2);
            default:
                if (frame.Parent is { } below)
                    below.IsShared = true;
                var continuation = vm.Clone(vm.World.Proto("Continuation"));
                continuation.Payload = new ContinuationPayload { Top = frame.Parent, Coroutine = vm.Coroutines.Current };
                return frame.TailCall(frame.Operands[0].Ref!, frame.Locals, [continuation], frame.Message);
        }
    }

    private static Request Invoke(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0 && frame.ArgCount > 0)
            return frame.EvalArg(0, 1);
        if (Of(frame.Self) is not { } continuation)
            return vm.RaiseRequest("this Continuation holds nothing: make one with callcc or fromBytes", frame.Message);
        if (continuation.IsInvoked)
            return vm.RaiseRequest("this Continuation has been invoked already; invoke a copy of it", frame.Message);
        continuation.IsInvoked = true;
        if (continuation.Top is { } top)
            top.IsShared = true;
        return frame.Reinstate(continuation.Top, frame.State == 0 ? vm.Nil : frame.Value, continuation.Coroutine);
    }

    private static Value Copy(Vm vm, Value self, in Args args)
    {
        if (Of(self) is not { } continuation)
            return None(vm, args);
        if (continuation.Top is { } top)
            top.IsShared = true;
        var copy = vm.Clone(vm.World.Proto("Continuation"));
        copy.Payload = continuation.CloneFor(vm);
        return copy;
    }

    private static Value IsInvoked(Vm vm, Value self, in Args args) => vm.Bool(Of(self) is { IsInvoked: true });

    private static Value FrameCount(Vm vm, Value self, in Args args) => Of(self)?.Top?.Depth ?? 0;

    private static Value FrameMessages(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        for (var frame = Of(self)?.Top; frame is not null; frame = frame.Parent)
            list.Add(vm.Wrap(frame.Origin));
        return vm.World.NewList(list);
    }

    private static Value FrameStates(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        for (var frame = Of(self)?.Top; frame is not null; frame = frame.Parent)
        {
            list.Add(vm.Text(frame switch
            {
                SendFrame => "send",
                ArgsFrame => "arguments",
                ActivationFrame => "activation",
                _ => "control",
            }));
        }
        return vm.World.NewList(list);
    }

    private static Value AsBytes(Vm vm, Value self, in Args args)
    {
        if (Of(self) is not { } continuation)
            return None(vm, args);
        try
        {
            return vm.World.NewSequence(Seq.FromBytes(StateWriter.Write(vm, continuation.Top, continuation.Coroutine)));
        }
        catch (StateException e)
        {
            return vm.Raise($"Continuation asBytes: {e.Message}", args.Message);
        }
    }

    /// <summary>The items as bytes, whatever their type.</summary>
    private static byte[] AsBytes(Seq seq) => seq.ItemSize == 1 ? seq.Bytes.ToArray() : seq.ConvertTo(ItemType.UInt8, SeqEncoding.Ascii, false).Bytes.ToArray();

    private static Value FromBytes(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var seq, out var error))
            return error;
        try
        {
            var continuation = vm.Clone(vm.World.Proto("Continuation"));
            continuation.Payload = StateReader.Read(vm, AsBytes(seq));
            return continuation;
        }
        catch (StateException e)
        {
            return vm.Raise($"Continuation fromBytes: {e.Message}", args.Message);
        }
    }
}
