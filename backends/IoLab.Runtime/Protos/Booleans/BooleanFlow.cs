using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Booleans;

/// <summary>Conditionals by receiver. All let break, continue and return through.</summary>
internal static class BooleanFlow
{
    public static Request RunAndSelf(Vm vm, ControlFrame frame) => Run(vm, frame, frame.Self);

    public static Request RunAndNil(Vm vm, ControlFrame frame) => Run(vm, frame, vm.Nil);

    private static Request Run(Vm vm, ControlFrame frame, Value result)
    {
        if (frame.State != 0)
            return frame.Done(result);
        return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : NeedsArgument(vm, frame);
    }

    public static Request RunArgument(Vm vm, ControlFrame frame) => frame.ArgCount > 0 ? frame.TailArg(0) : NeedsArgument(vm, frame);

    private static Request NeedsArgument(Vm vm, ControlFrame frame) => vm.RaiseRequest("Io Assertion 'argument required'", frame.Message);
}
