using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Exception;

/// <summary>
/// Restarts, as in Common Lisp: named places to go on from, offered by code further out and chosen by a handler while what has gone wrong still
/// waits (docs/exceptions-and-restarts.md). A restart is active while the frame of its <c>withRestarts</c> evaluates its body; nothing else
/// records it, so whatever ends the body also ends the restart.
/// </summary>
internal static class Restarts
{
    // What withRestarts keeps: 0 the handlers outside, 1 the name being paired, 2 the arguments of the restart that was invoked, then the restarts.
    private const int Handlers = 0;
    private const int Name = 1;
    private const int Arguments = 2;
    private const int First = 3;

    private static Builtin WithRestartsBuiltin { get; } = Builtins.Find("Object", "withRestarts");

    /// <summary><c>withRestarts(name, block, ..., body)</c>.</summary>
    public static Request WithRestarts(Vm vm, ControlFrame frame)
    {
        var body = frame.ArgCount - 1;
        if (frame.State == Invoked(frame))
        {
            vm.Coroutines.SetHandlers(vm.Coroutines.Current, frame.Operands[Handlers]);
            var action = vm.TryGetSlot(frame.Value, vm.Symbols.Intern("action"), out var slot) ? slot.Ref! : vm.World.Nil;
            return frame.TailCall(action, frame.Locals, ((ListPayload)frame.Operands[Arguments].Ref!.Payload!).Items.ToArray(), frame.Message);
        }
        if (frame.State > body)
            return frame.Done(frame.Value);
        if (frame.State == 0)
        {
            if (body < 2 || body % 2 != 0)
                return vm.RaiseRequest("withRestarts requires names with blocks, then a body", frame.Message);
            frame.Operands = new Value[First + (body / 2)];
            frame.Operands[Handlers] = vm.Coroutines.HandlersOf(vm.Coroutines.Current);
        }
        else if (!Take(vm, frame, frame.State - 1, out var wrong))
        {
            return wrong;
        }
        return frame.EvalArg(frame.State, frame.State + 1);
    }

    private static int Invoked(ControlFrame frame) => frame.ArgCount + 1;

    private static bool IsActive(Frame frame) =>
        frame is ControlFrame { Primitive: var primitive } control && ReferenceEquals(primitive, WithRestartsBuiltin) && control.State == control.ArgCount;

    /// <summary>Takes the value of a name or of a block.</summary>
    private static bool Take(Vm vm, ControlFrame frame, int argument, out Request wrong)
    {
        wrong = default;
        var value = vm.Resolve(frame.Value);
        if (argument % 2 == 0)
        {
            if (value.PayloadAs<Seq>() is not null || RestartSlots.IsRestart(vm, value))
                frame.Operands[Name] = value;
            else
                wrong = Evaluation.WrongArgument(vm, frame, argument, value, "Sequence");
            return wrong == default;
        }
        if (value.PayloadAs<BlockPayload>() is null)
        {
            wrong = Evaluation.WrongArgument(vm, frame, argument, value, "Block");
            return false;
        }
        frame.Operands[First + (argument / 2)] = RestartSlots.New(vm, frame.Operands[Name], value);
        return true;
    }

    /// <summary><c>computeRestarts</c>: the active restarts, innermost first.</summary>
    public static Request Compute(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            return frame.Capture(1);
        var restarts = new ListPayload();
        foreach (var active in Extent.Frames(Extent.Running(vm, frame.Parent)).Where(IsActive))
        {
            foreach (var restart in ((ControlFrame)active).Operands.AsSpan(First))
                restarts.Add(restart);
        }
        return frame.Done(vm.World.NewList(restarts));
    }

    /// <summary><c>Restart isActive</c>.</summary>
    public static Request IsActive(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            return frame.Capture(1);
        return frame.Done(vm.Bool(Find(vm, Extent.Running(vm, frame.Parent), frame.Self, out _) is not null));
    }

    /// <summary><c>invokeRestart(nameOrRestart, ...)</c>.</summary>
    public static Request InvokeNamed(Vm vm, ControlFrame frame) => frame.ArgCount == 0
        ? Evaluation.WrongArgument(vm, frame, 0, vm.Nil, "Sequence")
        : Invoke(vm, frame, 1);

    /// <summary><c>Restart invoke(...)</c>.</summary>
    public static Request InvokeSelf(Vm vm, ControlFrame frame) => Invoke(vm, frame, 0);

    /// <summary>Evaluates the arguments, of which the first <paramref name="own"/> tell the restart, and goes there.</summary>
    private static Request Invoke(Vm vm, ControlFrame frame, int own)
    {
        var count = frame.ArgCount;
        if (frame.State == 0)
            frame.Operands = new Value[count];
        else if (frame.State <= count)
            frame.Operands[frame.State - 1] = frame.Value;
        if (frame.State < count)
            return frame.EvalArg(frame.State, frame.State + 1);
        if (frame.State == count)
            return frame.Capture(count + 1);

        var wanted = vm.Resolve(own == 0 ? frame.Self : frame.Operands[0]);
        if (own > 0 && wanted.PayloadAs<Seq>() is null && !RestartSlots.IsRestart(vm, wanted))
            return Evaluation.WrongArgument(vm, frame, 0, wanted, "Sequence");
        var running = Extent.Running(vm, frame.Parent);
        if (Find(vm, running, wanted, out var at) is not { } place)
            return vm.RaiseRequest($"no restart '{RestartSlots.NameOf(vm, wanted)}' is active", frame.Message);
        var restart = vm.Nil;
        for (var i = First; i < place.Operands.Length && restart.Is(vm.World.Nil); i++)
        {
            if (Fits(vm, place.Operands[i], wanted))
                restart = place.Operands[i];
        }
        Extent.Leave(vm, running, running.AsSpan(at));
        place = (ControlFrame)place.Own();
        place.State = Invoked(place);
        place.Operands[Arguments] = vm.World.NewList(frame.Operands.AsSpan(own));
        return frame.Reinstate(place, restart, running[at].Coroutine);
    }

    /// <summary>The innermost frame that offers a restart, and which part of the extent it is in.</summary>
    private static ControlFrame? Find(Vm vm, ExtentPart[] running, Value wanted, out int at)
    {
        for (at = 0; at < running.Length; at++)
        {
            var isShared = false;
            for (var frame = running[at].Top; frame is not null; frame = frame.Parent)
            {
                isShared |= frame.IsShared;
                if (!IsActive(frame))
                    continue;
                frame.IsShared = isShared;
                foreach (var restart in ((ControlFrame)frame).Operands.AsSpan(First))
                {
                    if (Fits(vm, restart, wanted))
                        return (ControlFrame)frame;
                }
            }
        }
        return null;
    }

    private static bool Fits(Vm vm, Value restart, Value wanted) => wanted.PayloadAs<Seq>() is null
        ? restart.Is(wanted)
        : RestartSlots.NameOf(vm, restart) == RestartSlots.NameOf(vm, wanted);
}
