using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>
/// New lists from the values of a body. A <c>return</c> in the body ends the primitive with its value; <c>continue</c> ends the item's turn;
/// <c>break</c> leaves the remaining items as they are (io-language.md 3.12).
/// </summary>
internal static class ListMapping
{
    public static Request Map(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            var result = new ListPayload(Lists.Of(vm, frame.Self).Count);
            if (!Each.Begin(vm, frame, Lists.Like(vm, frame.Self, result)))
                return Request.Unwind;
        }
        else if (frame.Stopped == StopKind.Return)
        {
            return frame.Done(frame.Value);
        }
        else
        {
            if (frame.Stopped != StopKind.Continue || !vm.Mutants.Has(Mutant.MapDropsContinued))
                Each.Result(frame).Add(frame.Value);
            if (frame.Stopped == StopKind.Break)
                Each.AddRest(vm, frame);
        }
        return Each.NextOr(vm, frame, frame.Operands[3]);
    }

    public static Request MapInPlace(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (!Each.Begin(vm, frame, vm.Nil, live: true))
                return Request.Unwind;
        }
        else if (frame.Stopped == StopKind.Return)
        {
            return frame.Done(frame.Value);
        }
        else
        {
            var list = Lists.ToChange(vm, frame.Self);
            var index = (int)frame.Operands[1].Num - 1;
            if (index < list.Count)
                list[index] = frame.Value;
            if (frame.Stopped == StopKind.Break)
                return frame.Done(frame.Self);
        }
        return Each.NextOr(vm, frame, frame.Self);
    }

    public static Request Select(Vm vm, ControlFrame frame) => Select(vm, frame, inPlace: false);

    public static Request SelectInPlace(Vm vm, ControlFrame frame) => Select(vm, frame, inPlace: true);

    private static Request Select(Vm vm, ControlFrame frame, bool inPlace)
    {
        if (frame.State == 0)
        {
            if (!Each.Begin(vm, frame, Lists.Like(vm, frame.Self, new ListPayload())))
                return Request.Unwind;
        }
        else if (frame.Stopped == StopKind.Return)
        {
            return frame.Done(frame.Value);
        }
        else if (frame.Stopped != StopKind.None || ControlFlow.Judge(vm, vm.Resolve(frame.Value)))
        {
            Each.Result(frame).Add(Each.Item(vm, frame));
            if (frame.Stopped == StopKind.Break)
                Each.AddRest(vm, frame);
        }
        if (Each.Next(vm, frame, out var request) || request == Request.Unwind)
            return request;
        if (!inPlace)
            return frame.Done(frame.Operands[3]);
        Lists.ToChange(vm, frame.Self).SetItems(Each.Result(frame).Items);
        return frame.Done(frame.Self);
    }

    public static Request Detect(Vm vm, ControlFrame frame)
    {
        bool? found = false;
        switch (frame.State)
        {
            case 0:
                if (!Each.Begin(vm, frame, vm.Nil, live: true))
                    return Request.Unwind;
                break;
            case 1:
                if (frame.Stopped is StopKind.Return or StopKind.Break)
                    return frame.Done(frame.Value);
                if (frame.Stopped == StopKind.None)
                    found = ControlFlow.Truth(vm, frame.Value);
                if (found is null)
                    return frame.Perform(vm.Names.Ask(vm.Names.AsBoolean), frame.Value, frame.Locals, 2);
                break;
            default:
                found = ControlFlow.Judge(vm, frame.Value);
                break;
        }
        return found.Value ? frame.Done(Each.Item(vm, frame)) : Each.NextOr(vm, frame, vm.Nil);
    }
}
