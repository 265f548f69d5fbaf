using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>Loops over items whose names are set in the sender. The size is read again each turn: a body may change the list.</summary>
internal static class ListLoops
{
    // Operands: 0 index, 1 last turn's value.
    public static Request Foreach(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount == 0)
                return vm.RaiseRequest("[List foreach] requires 2 arguments\n", frame.Message);
            frame.Operands = [0, vm.Nil];
        }
        else
        {
            if (!ControlFlow.EndTurn(vm, frame, 1))
                return Leave(frame);
            frame.Operands[0] = frame.Operands[0].Num + 1;
        }
        var list = Lists.Of(vm, frame.Self);
        var index = (int)frame.Operands[0].Num;
        if (index >= list.Count)
            return frame.Done(frame.Operands[1]);
        return frame.ArgCount == 1
            ? frame.Eval(frame.Message.Arguments[0], list[index], frame.Locals, 1)
            : Turn(vm, frame, index, list[index]);
    }

    // Operands: 0 index, 1 last turn's value.
    public static Request ReverseForeach(Vm vm, ControlFrame frame)
    {
        var list = Lists.Of(vm, frame.Self);
        if (frame.State == 0)
        {
            if (frame.ArgCount < 2)
                return vm.RaiseRequest("[List reverseForeach] requires 2 arguments\n", frame.Message);
            frame.Operands = [list.Count - 1, vm.Nil];
        }
        else
        {
            if (!ControlFlow.EndTurn(vm, frame, 1))
                return Leave(frame);
            frame.Operands[0] = Math.Min(frame.Operands[0].Num, list.Count) - 1;
        }
        var index = (int)frame.Operands[0].Num;
        return index < 0 ? frame.Done(frame.Operands[1]) : Turn(vm, frame, index, list[index]);
    }

    private static Request Leave(ControlFrame frame) => frame.Stopped == StopKind.Break ? frame.Done(frame.Value) : Request.Unwind;

    private static Request Turn(Vm vm, ControlFrame frame, int index, Value item)
    {
        var arguments = frame.Message.Arguments;
        if (arguments.Length == 2)
        {
            frame.SetLocal(vm, arguments[0].Name, item);
            return frame.EvalArg(1, 1);
        }
        frame.SetLocal(vm, arguments[0].Name, index);
        frame.SetLocal(vm, arguments[1].Name, item);
        return frame.EvalArg(2, 1);
    }
}
