using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.List;
using IoLab.Runtime.Protos.Object;
using Node = IoLab.Language.Message;

namespace IoLab.Runtime.Protos.Messages;

/// <summary>Evaluating messages and their arguments, and texts.</summary>
internal static class MessageEvaluation
{
    private const int SimpleLength = 40;

    // Operand: 0 the target.
    public static Request DoInContext(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                frame.Operands = [vm.Nil];
                if (frame.ArgCount > 0)
                    return frame.EvalArg(0, 1);
                break;
            case 1:
                frame.Operands[0] = frame.Value;
                if (frame.ArgCount > 1)
                    return frame.EvalArg(1, 2);
                break;
        }
        var target = frame.Operands[0];
        var locals = frame.State == 2 && !frame.Value.Is(vm.World.Nil) ? frame.Value : target;
        return frame.TailEval(MessageTree.Of(frame.Self), target, Evaluation.AsLocals(vm, locals));
    }

    public static Request ArgsEvaluatedIn(Vm vm, ControlFrame frame) =>
        EvaluateArguments(vm, frame, out var request) ? frame.Done(frame.Operands[1]) : request;

    public static Request WithEvaluatedArgs(Vm vm, ControlFrame frame)
    {
        if (!EvaluateArguments(vm, frame, out var request))
            return request;
        var node = MessageTree.Of(frame.Self).ShallowCopy();
        node.Arguments = Evaluation.Literals(vm, Lists.Of(vm, frame.Operands[1]).Items);
        return frame.Done(vm.Wrap(node));
    }

    // Operands: 0 the context, 1 the values so far. States: 1 context known, 2 a value known.
    private static bool EvaluateArguments(Vm vm, ControlFrame frame, out Request request)
    {
        if (frame.State == 0)
        {
            frame.Operands = [frame.Locals, vm.World.NewList(new ListPayload())];
            if (frame.ArgCount > 0)
            {
                request = frame.EvalArg(0, 1);
                return false;
            }
        }
        var values = Lists.Of(vm, frame.Operands[1]);
        if (frame.State == 1)
            frame.Operands[0] = frame.Value;
        else if (frame.State == 2)
            values.Add(frame.Value);
        var arguments = MessageTree.Of(frame.Self).Arguments;
        request = Request.Done;
        if (values.Count >= arguments.Length)
            return true;
        var context = vm.Mutants.Has(Mutant.ArgumentsInSender) ? frame.Locals : frame.Operands[0];
        request = frame.Eval(arguments[values.Count], context, Evaluation.AsLocals(vm, context), 2);
        return false;
    }

    public static Value FromString(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var text, out var error))
            return error;
        return Source.TryParse(vm, text.ToText(), "[unlabeled]", args.Message, out var chain) ? vm.Wrap(chain) : vm.Unwind;
    }

    public static Value Code(Vm vm, Value self, in Args args) => vm.Text(Printer.Print(MessageTree.Of(self)));

    public static Value CodeOfLength(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var number, out var error))
            return error;
        var length = Math.Max(0, Lists.Index(number));
        var code = Printer.Print(MessageTree.Of(self)).Replace(";\n", "; ", StringComparison.Ordinal);
        return vm.Text(code.Length > length ? string.Concat(code.AsSpan(0, length), "...") : code);
    }

    public static Value AsSimpleString(Vm vm, Value self, in Args args) => vm.Text(Printer.Print(MessageTree.Of(self), SimpleLength));

    public static Value Description(Vm vm, Value self, in Args args)
    {
        var node = MessageTree.Of(self);
        return vm.Text($"{node.Name.Text.PadRight(35)} {LabelOf(node)} {node.Line}");
    }

    public static Value AsStackEntry(Vm vm, Value self, in Args args)
    {
        var node = MessageTree.Of(self);
        return vm.Text($"{LabelOf(node).PadRight(18)} {node.Line.ToString(System.Globalization.CultureInfo.InvariantCulture).PadRight(6)} {node.Name.Text}");
    }

    private static string LabelOf(Node node) => node.Label.Length == 0 ? "[unlabeled]" : Path.GetFileName(node.Label);
}
