using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Block;

/// <summary>Activating blocks (io-language.md 3.6).</summary>
internal static class BlockCalls
{
    private static BlockPayload Of(ControlFrame frame) => (BlockPayload)frame.Self.Ref!.Payload!;

    // Actuals beyond the formals are evaluated too, like a primitive's. Operands: all values.
    public static Request Call(Vm vm, ControlFrame frame)
    {
        var block = Of(frame);
        if (frame.ArgCount <= block.Formals.Length || vm.Mutants.Has(Mutant.ExtraArguments))
            return frame.TailActivate(frame.Self.Ref!, frame.Locals, frame.Message, frame.Locals, frame.Locals);
        if (frame.State == 0)
            frame.Operands = new Value[frame.ArgCount];
        else
            frame.Operands[frame.State - 1] = frame.Value;
        return frame.State < frame.ArgCount
            ? frame.EvalArg(frame.State, frame.State + 1)
            : frame.TailCall(frame.Self.Ref!, frame.Locals, frame.Operands, frame.Message);
    }

    public static Request CallWithArgList(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : Evaluation.WrongArgument(vm, frame, 0, vm.Nil, "List");
        if (frame.Value.PayloadAs<ListPayload>() is not { } list)
            return Evaluation.WrongArgument(vm, frame, 0, frame.Value, "List");
        var message = Evaluation.Synthesize(frame, vm.Names.Call, Evaluation.Literals(vm, list.Items));
        return frame.TailCall(frame.Self.Ref!, frame.Locals, list.Items.ToArray(), message);
    }

    // Operands: 0 target, 1 locals, 2 message, 3 slot context.
    public static Request PerformOn(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            frame.Operands = [vm.Nil, frame.Locals, vm.Wrap(frame.Message), vm.Nil];
        else
            frame.Operands[frame.State - 1] = frame.Value;
        if (frame.State < Math.Min(4, frame.ArgCount))
            return frame.EvalArg(frame.State, frame.State + 1);
        if (frame.Operands[2].PayloadAs<MessagePayload>() is not { Message: var message })
            return Evaluation.WrongArgument(vm, frame, 2, frame.Operands[2], "Message");
        var locals = Evaluation.AsLocals(vm, frame.Operands[1]);
        var context = frame.ArgCount > 3 ? frame.Operands[3] : frame.Operands[0];
        return frame.TailActivate(frame.Self.Ref!, frame.Operands[0], message, locals, Evaluation.AsLocals(vm, context));
    }
}
