using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.EvalFrames;

namespace IoLab.Runtime.Protos.Continuation;

/// <summary>Frames as Maps and back.</summary>
internal static class FrameMaps
{
    /// <summary>A frame's members.</summary>
    public static Value Write(Vm vm, Frame frame)
    {
        Value message = vm.Wrap(frame.Origin), state = vm.Text(FrameFacts.StateOf(frame));
        return frame switch
        {
            SendFrame send => ContinuationMaps.NewMap(
                vm, ("state", state), ("message", message), ("target", send.Target), ("locals", send.Locals)),
            ArgsFrame args => ContinuationMaps.NewMap(
                vm, ("state", state), ("message", message), ("target", args.Target), ("locals", args.Locals), ("receiver", args.Receiver),
                ("callee", args.Callee), ("slotContext", args.SlotContext), ("operands", vm.World.NewList(args.Operands)), ("index", args.Index),
                ("isSingle", vm.Bool(args.IsSingle))),
            ActivationFrame activation => ContinuationMaps.NewMap(vm, ("state", state), ("message", message), ("locals", activation.Locals)),
            ControlFrame control => ContinuationMaps.NewMap(
                vm, ("state", state), ("message", message), ("receiver", control.Self), ("locals", control.Locals), ("slotContext", control.SlotContext),
                ("proto", vm.Text(control.Primitive.Proto)), ("name", vm.Text(control.Primitive.Name)), ("step", control.State),
                ("operands", vm.World.NewList(control.Operands))),
            _ => throw new InvalidOperationException($"unknown frame {frame.GetType().Name}"),
        };
    }

    /// <summary>The frame of a Map.</summary>
    /// <exception cref="FieldException">It describes none.</exception>
    public static Frame Read(Vm vm, FieldReader map)
    {
        var state = map.Text("state");
        Frame frame = state switch
        {
            FrameFacts.ContinueChain => new SendFrame(map.Message("message"), map.Get("target"), map.Object("locals")),
            FrameFacts.EvalArgs => new ArgsFrame(
                map.Message("message"), map.Get("target"), map.Object("locals"), map.Get("receiver"), map.Object("callee"), map.Object("slotContext"),
                map.Items("operands"), map.Count("index"), map.Get("isSingle").Is(vm.World.True)),
            FrameFacts.Activate => new ActivationFrame(map.Object("locals")),
            _ when state.EndsWith(FrameFacts.Wait, StringComparison.Ordinal) => ReadControl(map),
            _ => throw new FieldException($"there is no frame state '{state}'"),
        };
        return frame.IsSound ? frame : throw new FieldException($"the members of a frame in state '{state}' do not fit together");
    }

    private static ControlFrame ReadControl(FieldReader map)
    {
        string proto = map.Text("proto"), name = map.Text("name");
        var primitive = Builtins.TryFind(proto, name) ?? throw new FieldException($"there is no primitive '{proto} {name}'");
        return new ControlFrame(primitive, map.Message("message"), map.Get("receiver"), map.Object("locals"), map.Object("slotContext"))
        {
            State = map.Count("step"), Operands = map.Items("operands"),
        };
    }
}
