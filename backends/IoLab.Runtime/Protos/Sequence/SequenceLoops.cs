using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Primitives that evaluate code: foreach and interpolate.</summary>
internal static class SequenceLoops
{
    // Operands of foreach: 0 index, 1 last value.
    public static Request Foreach(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount == 0)
                return vm.RaiseRequest("[Sequence foreach] requires 2 arguments\n", frame.Message);
            frame.Operands = [0, vm.Nil];
        }
        else
        {
            if (!ControlFlow.EndTurn(vm, frame, 1))
                return frame.Stopped == StopKind.Break ? frame.Done(frame.Value) : Request.Unwind;
            frame.Operands[0] = frame.Operands[0].Num + 1;
        }
        var seq = Seqs.Of(frame.Self);
        var index = (int)frame.Operands[0].Num;
        if (index >= seq.Count)
            return frame.Done(frame.Operands[1]);
        var arguments = frame.Message.Arguments;
        var item = seq.At(index);
        if (arguments.Length == 1)
            return frame.Eval(arguments[0], item, frame.Locals, 1);
        if (arguments.Length > 2)
            frame.SetLocal(vm, arguments[0].Name, index);
        frame.SetLocal(vm, arguments[^2].Name, item);
        return frame.EvalArg(arguments.Length - 1, 1);
    }

    public static Request Interpolate(Vm vm, ControlFrame frame) => Interpolate(vm, frame, inPlace: false);

    public static Request InterpolateInPlace(Vm vm, ControlFrame frame) => Interpolate(vm, frame, inPlace: true);

    // Operands of interpolate: 0 the source, 1 the position in it, 2 the pieces so far, 3 the context.
    // The pieces are pairs (the pairs before, a piece), last first: nothing changes in place, so a captured continuation may go on twice.
    // States: 1 the context was evaluated, 2 an expression was, 3 its asString was.
    private static Request Interpolate(Vm vm, ControlFrame frame, bool inPlace)
    {
        switch (frame.State)
        {
            case 0:
                if (inPlace && !Seqs.Of(frame.Self).IsMutable)
                    return vm.RaiseRequest($"'{frame.Message.Name.Text}' cannot be called on an immutable Sequence", frame.Message);
                var source = Seqs.Of(frame.Self);
                frame.Operands = [vm.World.NewSequence(source.IsMutable ? source.CopyAs(false) : source), 0, vm.Nil, frame.Locals];
                if (frame.ArgCount > 0)
                    return frame.EvalArg(0, 1);
                break;
            case 1:
                frame.Operands[3] = Evaluation.AsLocals(vm, frame.Value);
                break;
            case 2:
                if (Printing.PlainText(vm, frame.Value) is not { } text)
                    return frame.Perform(vm.Names.Ask(vm.Names.AsString), frame.Value, frame.Locals, 3);
                Append(vm, frame, text);
                break;
            default:
                if (frame.Value.PayloadAs<Seq>() is { } answer)
                    Append(vm, frame, answer);
                break;
        }
        return NextExpression(vm, frame, inPlace);
    }

    private static void Append(Vm vm, ControlFrame frame, Seq text)
    {
        var piece = vm.World.NewSequence(text.IsMutable ? text.CopyAs(false) : text);
        frame.Operands[2] = vm.World.NewList([frame.Operands[2], piece]);
    }

    private static Request NextExpression(Vm vm, ControlFrame frame, bool inPlace)
    {
        var source = Seqs.Of(frame.Operands[0]);
        while (true)
        {
            var position = (int)frame.Operands[1].Num;
            var open = SequenceSearch.IndexOf(source, Open, position);
            var close = open < 0 ? -1 : SequenceSearch.IndexOf(source, Close, open);
            var end = close < 0 ? source.Count : open;
            if (end > position)
                Append(vm, frame, source.Slice(position, end - position, false));
            if (close < 0)
                return Finish(vm, frame, inPlace);
            frame.Operands[1] = close + 1;
            var code = source.Slice(open + 2, close - open - 2, false).ToText();
            if (!vm.Sources.TryParse(vm, code, frame.Message.Label, frame.Message, out var chain))
                return Request.Unwind;
            if (chain is not null)
                return frame.Eval(chain, frame.Operands[3], frame.Operands[3].Ref!, 2);
        }
    }

    private static readonly Seq Open = Seq.FromText("#{");
    private static readonly Seq Close = Seq.FromText("}");

    private static Request Finish(Vm vm, ControlFrame frame, bool inPlace)
    {
        var pieces = new List<Seq>();
        for (var pair = frame.Operands[2]; pair.PayloadAs<ListPayload>() is { } cell; pair = cell[0])
            pieces.Add(Seqs.Of(cell[1]));
        var result = Seqs.Of(frame.Operands[0]).Slice(0, 0, true);
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            if (!Seqs.MayAppend(vm, result, pieces[i]))
                return Request.Unwind;
            result.Append(pieces[i]);
        }
        if (!inPlace)
            return frame.Done(result.Count == 0 ? vm.World.ImmutableSequence : vm.World.NewSequence(result.CopyAs(false)));
        vm.Journal.SavePayload(frame.Self.Ref!);
        Seqs.Of(frame.Self).Take(result);
        return frame.Done(frame.Self);
    }
}
