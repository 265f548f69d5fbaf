using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Coroutine;

/// <summary>Object's messages that make coroutines and wait (io-language.md 10.2).</summary>
internal static class Spawning
{
    private static IoObject New(Vm vm, ControlFrame frame) =>
        vm.Coroutines.NewChild(vm.Coroutines.Current, frame.Message.Arguments[0], frame.Locals);

    private static Request Missing(Vm vm, ControlFrame frame) =>
        vm.RaiseRequest($"{frame.Message.Name.Text} requires an expression as argument", frame.Message);

    public static Request CoroFor(Vm vm, ControlFrame frame) => frame.ArgCount == 0 ? Missing(vm, frame) : frame.Done(New(vm, frame));

    public static Request CoroWith(Vm vm, ControlFrame frame)
    {
        if (frame.ArgCount == 0)
            return Missing(vm, frame);
        var coroutine = New(vm, frame);
        vm.Slots.Set(coroutine, vm.Names.RunTarget, frame.Self);
        return frame.Done(coroutine);
    }

    public static Request CoroDo(Vm vm, ControlFrame frame)
    {
        if (frame.State != 0)
            return frame.Done(frame.Operands[0]);
        if (frame.ArgCount == 0)
            return Missing(vm, frame);
        var coroutine = New(vm, frame);
        frame.Operands = [coroutine];
        Scheduling.PutFirst(vm, vm.Coroutines.Current);
        return Scheduling.SwitchTo(vm, frame, coroutine, 1);
    }

    public static Request CoroDoLater(Vm vm, ControlFrame frame)
    {
        if (frame.ArgCount == 0)
            return Missing(vm, frame);
        var coroutine = New(vm, frame);
        Scheduling.PutFirst(vm, coroutine);
        return frame.Done(coroutine);
    }

    // Operand of wait: 0 the deadline.
    public static Request Wait(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                return frame.ArgCount == 0 ? Object.Evaluation.WrongArgument(vm, frame, 0, vm.Nil, "Number") : frame.EvalArg(0, 1);
            case 1:
                var seconds = vm.Resolve(frame.Value);
                if (seconds.Ref is not null)
                    return Object.Evaluation.WrongArgument(vm, frame, 0, seconds, "Number");
                if (!(seconds.Num > 0))
                {
                    frame.State = 0;
                    frame.Operands = [0];
                    return YieldOnce(vm, frame);
                }
                frame.Operands = [vm.Host.Clock.Now + seconds.Num];
                break;
            case 3:
                return frame.Done(frame.Self);
            default:
                if (vm.Host.Clock.Now >= frame.Operands[0].Num)
                    return frame.Done(frame.Self);
                break;
        }
        var current = vm.Coroutines.Current;
        Scheduling.AddTimer(vm, frame.Operands[0].Num, current);
        return Scheduling.Park(vm, frame, 2);
    }

    private static Request YieldOnce(Vm vm, ControlFrame frame)
    {
        var answer = CoroutineSlots.Yield(vm, frame);
        if (answer == Request.Switch)
            frame.State = 3;
        return answer;
    }
}
