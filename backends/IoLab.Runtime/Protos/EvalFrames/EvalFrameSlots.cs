using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.EvalFrames;

/// <summary>The slots of EvalFrame, and Coroutine's <c>currentFrame</c> (docs/frames.md).</summary>
internal static unsafe class EvalFrameSlots
{
    public static readonly ProtoTable Table = new ProtoTable("EvalFrame")
        .Data("type", vm => vm.Text("EvalFrame"), "The kind's name.")
        .Eager("message", "", &Message, "The message it is about.")
        .Eager("target", "", &Target, "The receiver of the message.")
        .Eager("locals", "", &Locals, "The locals its arguments are evaluated in.")
        .Eager("blockLocals", "", &BlockLocals, "The locals of the block it runs; nil unless it is an activation.")
        .Eager("call", "", &Call, "The Call of the block it runs; nil unless it is an activation.")
        .Eager("depth", "", &Depth, "How many frames of its coroutine lie below, itself included.")
        .Eager("state", "", &State, "What it awaits: activate, evalArgs, continueChain, or a primitive's name with :wait.")
        .Eager("parent", "", &Parent, "The frame it returns to, or nil.")
        .Eager("result", "", &Result, "The value it has come to: nil while it waits.")
        .Eager("description", "", &Description, "Message, file, line and state.");

    private static Frame? Of(Value self) => self.PayloadAs<EvalFramePayload>()?.Frame;

    private static Value OrNil(Vm vm, IoObject? o) => o is null ? vm.Nil : o;

    /// <summary>The object that stands for a frame.</summary>
    public static Value New(Vm vm, Frame? frame)
    {
        if (frame is null)
            return vm.Nil;
        frame.IsShared = true;
        return new IoObject(Slots.CloneShapeOf(vm.World.Proto("EvalFrame")), null, new EvalFramePayload(frame));
    }

    /// <summary><c>Coroutine currentFrame</c>: the frame that awaits its value, or the newest one of another coroutine.</summary>
    public static Request Current(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            return frame.Capture(1);
        var isOther = frame.Self.PayloadAs<CoroutinePayload>() is not null && !frame.Self.Is(vm.Coroutines.Current);
        return frame.Done(New(vm, isOther ? ((CoroutinePayload)frame.Self.Ref!.Payload!).Top : frame.Parent));
    }

    private static Value Message(Vm vm, Value self, in Args args) => vm.Wrap(Of(self)?.Origin);

    private static Value Target(Vm vm, Value self, in Args args) => Of(self) is { } frame ? FrameFacts.TargetOf(frame) : vm.Nil;

    private static Value Locals(Vm vm, Value self, in Args args) => OrNil(vm, Of(self)?.Context);

    private static Value BlockLocals(Vm vm, Value self, in Args args) => OrNil(vm, (Of(self) as ActivationFrame)?.Locals);

    private static Value Call(Vm vm, Value self, in Args args) =>
        Of(self) is ActivationFrame activation ? vm.CallObjectOf(activation.Locals) : vm.Nil;

    private static Value Depth(Vm vm, Value self, in Args args) => Of(self)?.Depth ?? 0;

    private static Value State(Vm vm, Value self, in Args args) => Of(self) is { } frame ? vm.Text(FrameFacts.StateOf(frame)) : vm.Nil;

    private static Value Parent(Vm vm, Value self, in Args args) => New(vm, Of(self)?.Parent);

    private static Value Result(Vm vm, Value self, in Args args) => vm.Nil;

    private static Value Description(Vm vm, Value self, in Args args) => Of(self) is { } frame ? vm.Text(FrameFacts.Describe(frame)) : vm.Nil;
}
