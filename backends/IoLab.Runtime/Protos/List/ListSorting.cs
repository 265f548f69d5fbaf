using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>Sorting (io-language.md 8.2); stable throughout.</summary>
internal static class ListSorting
{
    public static Value Sort(Vm vm, Value self, in Args args)
    {
        var copy = new ListPayload(Lists.Of(vm, self).Items);
        Ascending.Sort(vm, copy.Items);
        return Lists.Like(vm, self, copy);
    }

    // With an argument: keys are what the items answer to that message. Operands as in Each, 3 the keys.
    public static Request SortInPlace(Vm vm, ControlFrame frame)
    {
        if (frame.ArgCount == 0)
        {
            Ascending.Sort(vm, Lists.ToChange(vm, frame.Self).Items);
            return frame.Done(frame.Self);
        }
        if (frame.State == 0)
            frame.Operands = [vm.World.NewList(Lists.Of(vm, frame.Self).Items), 0, vm.Nil, vm.World.NewList(new ListPayload())];
        else
            Each.Result(frame).Add(frame.Value);
        var items = Lists.Of(vm, frame.Operands[0]);
        var index = (int)frame.Operands[1].Num;
        if (index < items.Count)
        {
            if (!vm.BackEdge())
                return Request.Unwind;
            frame.Operands[1] = index + 1;
            return frame.Eval(frame.Message.Arguments[0], items[index], frame.Locals, 1);
        }
        Ascending.Sort(vm, Each.Result(frame).Items, items.Items);
        Lists.ToChange(vm, frame.Self).SetItems(items.Items);
        return frame.Done(frame.Self);
    }

    public static Request SortByKey(Vm vm, ControlFrame frame)
    {
        if (!CollectKeys(vm, frame, out var request))
            return request;
        var items = Lists.Of(vm, frame.Operands[0]);
        // A break has left items without keys.
        items.Resize(Each.Result(frame).Count, vm.Nil);
        Ascending.Sort(vm, Each.Result(frame).Items, items.Items);
        return frame.Done(frame.Operands[0]);
    }

    /// <summary>Answers an object whose <c>sort</c> finishes: a clone of the hidden proto that <see cref="KeySortSlots"/> describes.</summary>
    public static Request SortKey(Vm vm, ControlFrame frame)
    {
        if (!CollectKeys(vm, frame, out var request))
            return request;
        var items = Lists.Of(vm, frame.Operands[0]);
        var keys = Each.Result(frame);
        var pairs = new ListPayload(keys.Count);
        for (var i = 0; i < keys.Count; i++)
            pairs.Add(vm.World.NewList([keys[i], items[i]]));
        var result = vm.Clone(vm.World.Proto(KeySortSlots.Proto));
        vm.Slots.Set(result, vm.Symbols.Intern("pairs"), vm.World.NewList(pairs));
        return frame.Done(result);
    }

    /// <summary>Evaluates the body for all items. True when all keys are known; until then the request is to be answered.</summary>
    private static bool CollectKeys(Vm vm, ControlFrame frame, out Request request)
    {
        request = Request.Unwind;
        if (frame.State == 0)
        {
            if (!Each.Begin(vm, frame, vm.World.NewList(new ListPayload())))
                return false;
        }
        else if (frame.Stopped == StopKind.Return)
        {
            request = frame.Done(frame.Value);
            return false;
        }
        else if (frame.Stopped == StopKind.Break)
        {
            return true;
        }
        else
        {
            Each.Result(frame).Add(frame.Value);
        }
        return !Each.Next(vm, frame, out request) && request == Request.Done;
    }

    public static Request SortBy(Vm vm, ControlFrame frame) => SortBy(vm, frame, inPlace: false);

    public static Request SortInPlaceBy(Vm vm, ControlFrame frame) => SortBy(vm, frame, inPlace: true);

    // State 1: the block is known, 2: a comparison is. Own operand: the block.
    private static Request SortBy(Vm vm, ControlFrame frame, bool inPlace)
    {
        bool? rightIsFirst = null;
        switch (frame.State)
        {
            case 0:
                return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : NotABlock(vm, frame, vm.Nil);
            case 1:
                if (vm.Resolve(frame.Value).Ref is not { Payload: BlockPayload } block)
                    return NotABlock(vm, frame, frame.Value);
                MergeSort.Begin(vm, frame, Lists.Of(vm, frame.Self).Items, block);
                break;
            default:
                rightIsFirst = ControlFlow.Judge(vm, vm.Resolve(frame.Value));
                if (!vm.BackEdge())
                    return Request.Unwind;
                break;
        }
        if (MergeSort.Next(vm, frame, rightIsFirst, out var left, out var right))
            return frame.Call(frame.Operands[MergeSort.Own].Ref!, frame.Self, [right, left], frame.Message, 2);
        var sorted = MergeSort.Sorted(vm, frame);
        if (!inPlace)
            return frame.Done(Lists.Like(vm, frame.Self, sorted));
        Lists.ToChange(vm, frame.Self).SetItems(sorted.Items);
        return frame.Done(frame.Self);
    }

    private static Request NotABlock(Vm vm, ControlFrame frame, Value actual) => vm.RaiseRequest(
        $"argument 0 to method 'sortInPlaceBy' must be a Block, not a '{vm.TypeName(actual)}'", frame.Message);
}
