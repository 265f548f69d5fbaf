using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.List;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Lazy slots, membership, warnings, descriptions.</summary>
internal static class Conveniences
{
    public static Request LazySlot(Vm vm, ControlFrame frame)
    {
        if (frame.ArgCount == 0)
            return vm.RaiseRequest("lazySlot requires an argument", frame.Message);
        if (frame.ArgCount == 1)
            return frame.Done(Initializer(vm, frame.Message.Arguments[0]));
        if (frame.State == 0)
            return frame.EvalArg(0, 1);
        if (frame.Value.PayloadAs<Seq>() is not { } name)
            return Evaluation.WrongArgument(vm, frame, 0, frame.Value, "Sequence");
        SlotAccess.Write(vm, frame.Self, vm.SymbolOf(name), Initializer(vm, frame.Message.Arguments[1]), frame.Message);
        return frame.Done(vm.Nil);
    }

    /// <summary><c>method(self setSlot(call message name, expression))</c>.</summary>
    private static IoObject Initializer(Vm vm, Message expression)
    {
        Message Named(Symbol name, Message? next, params Message[] arguments) =>
            new(name) { Arguments = arguments, Next = next, Label = expression.Label, Line = expression.Line, Character = expression.Character };
        var slotName = Named(vm.Names.Call, Named(vm.Symbols.Intern("message"), Named(vm.Symbols.Intern("name"), null)));
        return vm.World.NewBlock(new BlockPayload([], Named(vm.Names.Self, Named(vm.Names.SetSlot, null, slotName, expression)), null));
    }

    public static Request In(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0 && frame.ArgCount > 0)
            return frame.EvalArg(0, 1);
        var collection = frame.State == 0 ? vm.Nil : frame.Value;
        var contains = Evaluation.Synthesize(frame, vm.Symbols.Intern("contains"), Evaluation.Literals(vm, [frame.Self]));
        return frame.TailPerform(contains, collection, frame.Locals);
    }

    /// <summary>Warns about the method that sends this message.</summary>
    public static Request DeprecatedWarning(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0 && frame.ArgCount > 0)
            return frame.EvalArg(0, 1);
        if (frame.Locals.Payload is not Activation { Message: var message })
            return frame.Done(frame.Self);
        var advice = frame.State == 1 && frame.Value.PayloadAs<Seq>() is { } instead
            ? $".  Use '{instead.ToText()}' instead."
            : " and will be removed from a later version.";
        var text = Seq.FromText($"Warning in {message.Label}: '{message.Name.Text}' is deprecated{advice}\n");
        return Printing.Emit(vm, text) ? frame.Done(frame.Self) : Request.Unwind;
    }

    // Operands: 0 names, 1 values, 2 their texts so far.
    public static Request SlotDescriptionMap(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            var names = new ListPayload();
            var values = new ListPayload();
            foreach (var name in SlotAccess.VisibleNames(vm, frame.Self))
            {
                names.Add(vm.SymbolObject(name));
                values.Add(SlotAccess.OwnValue(vm, frame.Self, name));
            }
            frame.Operands = [vm.World.NewList(names), vm.World.NewList(values), vm.World.NewList(new ListPayload())];
        }
        if (!Texts.Collect(vm, frame, vm.Names.AsSimpleString, 1, 2, out var request))
            return request;
        var map = new MapPayload();
        var keys = Lists.Of(vm, frame.Operands[0]);
        var texts = Lists.Of(vm, frame.Operands[2]);
        for (var i = 0; i < keys.Count; i++)
            map.Entries[vm.SymbolOf((Seq)keys[i].Ref!.Payload!)] = texts[i];
        return frame.Done(vm.World.NewMap(map));
    }
}
