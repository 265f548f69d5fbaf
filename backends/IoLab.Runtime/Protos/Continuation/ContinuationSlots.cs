using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Continuation;

/// <summary>The slots of Continuation, and Object's <c>callcc</c>. The reference has them compiled out: this is their definition (docs/continuations.md).</summary>
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
        .Eager("asMap", "", &ContinuationMaps.AsMap, "Its frames as Maps that a program can read and change.")
        .Eager("fromMap", "map: Map", &ContinuationMaps.FromMap, "A continuation from such a Map.")
        .Eager("asBytes", "", &ContinuationBytes.AsBytes, "Everything it needs, as a Sequence for another process.")
        .Eager("fromBytes", "bytes: Sequence", &ContinuationBytes.FromBytes, "A continuation from such a Sequence.");

    private const string Empty = "this Continuation holds nothing: make one with callcc, fromMap or fromBytes";

    /// <summary>What a continuation holds; null for the proto.</summary>
    public static ContinuationPayload? Of(Value self) => self.PayloadAs<ContinuationPayload>();

    /// <summary>Raises that the receiver is the proto.</summary>
    public static Value None(Vm vm, in Args args) => vm.Raise(Empty, args.Message);

    /// <summary>A new continuation.</summary>
    public static IoObject New(Vm vm, Payload payload)
    {
        var continuation = vm.Clone(vm.World.Proto("Continuation"));
        continuation.Payload = payload;
        return continuation;
    }

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
                var extent = Extent.Running(vm, frame.Parent);
                foreach (var part in extent)
                    Extent.Share(part.Top);
                return frame.TailCall(frame.Operands[0].Ref!, frame.Locals, [New(vm, new ContinuationPayload { Extent = extent })], frame.Message);
        }
    }

    // Operand: 0 the value.
    private static Request Invoke(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0 when frame.ArgCount > 0:
                return frame.EvalArg(0, 1);
            case 0:
                frame.Operands = [vm.Nil];
                return frame.Capture(2);
            case 1:
                frame.Operands = [frame.Value];
                return frame.Capture(2);
        }
        if (Of(frame.Self) is not { } continuation)
            return vm.RaiseRequest(Empty, frame.Message);
        if (continuation.IsInvoked && !vm.Mutants.Has(Mutant.ContinuationTwice))
            return vm.RaiseRequest("this Continuation has been invoked already; invoke a copy of it", frame.Message);
        continuation.IsInvoked = true;
        Extent.Leave(vm, Extent.Running(vm, frame.Parent), continuation.Extent);
        continuation.World?.Apply();
        Extent.Reenter(vm, continuation.Extent);
        return frame.Reinstate(continuation.Extent[0].Top, frame.Operands[0], continuation.Extent[0].Coroutine);
    }

    private static Value Copy(Vm vm, Value self, in Args args) =>
        Of(self) is { } continuation ? New(vm, continuation.CloneFor(vm)) : None(vm, args);

    private static Value IsInvoked(Vm vm, Value self, in Args args) => vm.Bool(Of(self) is { IsInvoked: true });

    private static Value FrameCount(Vm vm, Value self, in Args args) => (Of(self)?.Extent ?? []).Sum(part => part.Top?.Depth ?? 0);

    private static Value FrameMessages(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        foreach (var frame in Extent.Frames(Of(self)?.Extent ?? []))
            list.Add(vm.Wrap(frame.Origin));
        return vm.World.NewList(list);
    }

    private static Value FrameStates(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        foreach (var frame in Extent.Frames(Of(self)?.Extent ?? []))
            list.Add(vm.Text(EvalFrames.FrameFacts.StateOf(frame)));
        return vm.World.NewList(list);
    }
}
