using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Map;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>Lists as other things.</summary>
internal static class ListConversion
{
    public static Value AsMap(Vm vm, Value self, in Args args)
    {
        var map = new MapPayload();
        foreach (var item in Lists.Of(vm, self).Items)
        {
            var pair = vm.Resolve(item).PayloadAs<ListPayload>();
            var key = pair is null ? item : pair.Count > 0 ? pair[0] : vm.Nil;
            if (key.PayloadAs<Seq>() is not { } name)
                return Maps.WrongKey(vm, key, "atPut", args.Message);
            map.Entries[vm.SymbolOf(name)] = pair is { Count: > 1 } ? pair[1] : vm.Nil;
        }
        return vm.World.NewMap(map);
    }

    // Operands as in Each, 3 the map. State 2: the key's text is known.
    public static Request GroupBy(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                if (!Each.Begin(vm, frame, vm.World.NewMap(new MapPayload())))
                    return Request.Unwind;
                break;
            case 1:
                if (frame.Stopped == StopKind.Return)
                    return frame.Done(frame.Value);
                if (frame.Stopped == StopKind.Break)
                    return frame.Done(frame.Operands[3]);
                if (Texts.Of(vm, frame.Value, vm.Names.AsString) is not { } key)
                    return frame.Perform(vm.Names.Ask(vm.Names.AsString), frame.Value, frame.Locals, 2);
                AddToGroup(vm, frame, key);
                break;
            default:
                if (frame.Value.PayloadAs<Seq>() is { } text)
                    AddToGroup(vm, frame, text);
                break;
        }
        return Each.NextOr(vm, frame, frame.Operands[3]);
    }

    private static void AddToGroup(Vm vm, ControlFrame frame, Seq key)
    {
        var groups = Maps.PayloadOf(vm, frame.Operands[3]).ToChange();
        var symbol = vm.SymbolOf(key);
        if (!groups.TryGetValue(symbol, out var group))
            groups.Add(symbol, group = vm.World.NewList(new ListPayload()));
        Lists.Of(vm, group).Add(Each.Item(vm, frame));
    }

    // Operands: 0 items, 1 index, 2 the name, 3 the map. State 2: an item's key is known.
    public static Request MapFromKey(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                frame.Operands = [vm.World.NewList(Lists.Of(vm, frame.Self).Items), 0, vm.Nil, vm.World.NewMap(new MapPayload())];
                return frame.ArgCount > 0 ? frame.EvalArg(0, 1) : Evaluation.WrongArgument(vm, frame, 0, vm.Nil, "Sequence");
            case 1:
                if (frame.Value.PayloadAs<Seq>() is null)
                    return Evaluation.WrongArgument(vm, frame, 0, frame.Value, "Sequence");
                frame.Operands[2] = frame.Value;
                break;
            default:
                if (frame.Value.PayloadAs<Seq>() is not { } key)
                {
                    Maps.WrongKey(vm, frame.Value, "atPut", frame.Message);
                    return Request.Unwind;
                }
                Maps.PayloadOf(vm, frame.Operands[3]).Put(vm.SymbolOf(key), Each.Item(vm, frame));
                break;
        }
        var items = Lists.Of(vm, frame.Operands[0]);
        var index = (int)frame.Operands[1].Num;
        if (index >= items.Count)
            return frame.Done(frame.Operands[3]);
        frame.Operands[1] = index + 1;
        var ask = Evaluation.Synthesize(frame, vm.SymbolOf(frame.Operands[2].PayloadAs<Seq>()!), []);
        return frame.Perform(ask, items[index], frame.Locals, 2);
    }

    public static Value AsMessage(Vm vm, Value self, in Args args) => vm.Wrap(new Language.Message(vm.Symbols.Intern("[unnamed]"))
    {
        Arguments = Evaluation.Literals(vm, Lists.Of(vm, self).Items), Label = args.Message.Label, Line = args.Message.Line,
    });

    // Operands: 0 the items, 1 their texts so far.
    public static Request AsJson(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            frame.Operands = [vm.World.NewList(Lists.Of(vm, frame.Self).Items), vm.World.NewList(new ListPayload())];
        if (!Json.Collect(vm, frame, 0, 1, out var request))
            return request;
        var texts = Lists.Of(vm, frame.Operands[1]);
        var pieces = new List<Seq> { Json.OpenList };
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0)
                pieces.Add(Json.Comma);
            pieces.Add(Json.Text(vm, texts[i]));
        }
        pieces.Add(Json.CloseList);
        return Json.Answer(vm, frame, pieces);
    }
}
