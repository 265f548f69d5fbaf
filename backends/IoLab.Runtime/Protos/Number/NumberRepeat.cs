using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Number;

/// <summary>The counted loop (io-language.md 9.2).</summary>
internal static class NumberRepeat
{
    // Operands: 0 index, 1 last value.
    public static Request Repeat(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount == 0)
                return vm.RaiseRequest("[Number repeat] requires 1 arguments\n", frame.Message);
            frame.Operands = [0, vm.Nil];
        }
        else
        {
            if (!ControlFlow.EndTurn(vm, frame, 1))
                return frame.Stopped == StopKind.Break ? frame.Done(frame.Value) : Request.Unwind;
            frame.Operands[0] = frame.Operands[0].Num + 1;
        }
        var index = frame.Operands[0].Num;
        if (!(index < NumberArithmetic.Of(frame.Self)))
            return frame.Done(frame.Operands[1]);
        if (frame.ArgCount == 1)
            return frame.EvalArg(0, 1);
        frame.SetLocal(vm, frame.Message.Arguments[0].Name, index);
        return frame.EvalArg(1, 1);
    }
}
