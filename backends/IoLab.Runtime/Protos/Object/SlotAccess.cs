using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Reading and writing slots (io-language.md 4.2).</summary>
public static class SlotAccess
{
    /// <summary>Writes an own slot of any value and reports it to the trace.</summary>
    public static void Write(Vm vm, Value self, Symbol name, Value value, Message message)
    {
        var o = self.Ref ?? vm.World.MakeStandInFor(self.Num);
        vm.Slots.Set(o, name, value);
        if (vm.Tracer is { } tracer && (o.Flags & ObjectFlags.Locals) == 0 && !ReferenceEquals(message.Label, Prelude.Label))
            tracer.SlotWrite(name, o, value, message);
    }

    /// <summary>Updates an existing slot: a local of this or an enclosing activation, or a slot found on or through the receiver.</summary>
    public static Value Update(Vm vm, Value self, Symbol name, Value value, Message message)
    {
        self = vm.Resolve(self);
        while (self.Ref is { Payload: Activation } locals)
        {
            if (IsLocal(locals, name))
            {
                vm.Slots.Set(locals, name, value);
                return value;
            }
            self = vm.ImplicitReceiver(locals);
        }
        if (!vm.Lookup.TryFind(vm.LookupStart(self), name, out _))
            return vm.Raise($"Slot {name.Text} not found. Must define slot using := operator before updating.", message);
        Write(vm, self, name, value, message);
        return value;
    }

    /// <summary>Is it a local there, or of the locals a temporary context stands in front of?</summary>
    private static bool IsLocal(IoObject locals, Symbol name)
    {
        while (locals.Shape.IndexOf(name) < 0)
        {
            if (locals.Shape.Protos is not [{ Payload: Activation } outer])
                return false;
            locals = outer;
        }
        return true;
    }

    public static Value SetSlot(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        var value = args.Get(vm, 1);
        Write(vm, self, name, value, args.Message);
        return value;
    }

    public static Value SetSlotWithType(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        var value = args.Get(vm, 1);
        Write(vm, self, name, value, args.Message);
        // A number has no own slots of its own here: naming one value 5 for the whole world is the reference's accident.
        if (value.Ref is { } o && o.Shape.IndexOf(vm.Names.Type) < 0 && o.Payload is not TagPayload)
            vm.Slots.Set(o, vm.Names.Type, vm.SymbolObject(name));
        return value;
    }

    public static Value UpdateSlot(Vm vm, Value self, in Args args) =>
        args.TrySymbol(vm, 0, out var name, out var error) ? Update(vm, self, name, args.Get(vm, 1), args.Message) : error;

    public static Value NewSlot(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        var value = args.Get(vm, 1);
        Write(vm, self, name, value, args.Message);
        var text = name.Text;
        var setter = vm.Symbols.Intern("set" + (text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..]));
        Write(vm, self, setter, MakeSetter(vm, name), args.Message);
        return value;
    }

    /// <summary><c>method(v, self updateSlot("name", v); self)</c>, as a tree: the name may be no identifier.</summary>
    private static IoObject MakeSetter(Vm vm, Symbol name)
    {
        var formal = vm.Symbols.Intern("v");
        var update = new Message(vm.Names.UpdateSlot)
        {
            Arguments = [new Message(vm.Symbols.Intern($"\"{name.Text}\"")) { Cached = new CachedValue(vm.SymbolObject(name)) }, new Message(formal)],
            Next = new Message(vm.Names.Terminator) { Next = new Message(vm.Names.Self) },
        };
        return vm.World.NewBlock(new BlockPayload([formal], new Message(vm.Names.Self) { Next = update }, null));
    }

    public static Value GetSlot(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        return vm.TryGetSlot(self, name, out var value) ? value : vm.Nil;
    }

    /// <summary>The object that holds a value's own slots, or null when it has none.</summary>
    private static IoObject? Owner(Vm vm, Value self) =>
        self.Ref ?? (vm.World.HasNumberSlots && vm.World.StandInFor(self.Num) is var standIn && !ReferenceEquals(standIn, vm.World.Number) ? standIn : null);

    public static Value GetLocalSlot(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        return Owner(vm, self) is { } o && o.Shape.IndexOf(name) is >= 0 and var index ? vm.ReadRaw(new SlotLocation(o, index)) : vm.Nil;
    }

    public static Value HasSlot(Vm vm, Value self, in Args args) =>
        args.TrySymbol(vm, 0, out var name, out var error) ? vm.Bool(vm.Lookup.TryFind(vm.LookupStart(self), name, out _)) : error;

    public static Value HasLocalSlot(Vm vm, Value self, in Args args) =>
        args.TrySymbol(vm, 0, out var name, out var error) ? vm.Bool(Owner(vm, self)?.Shape.IndexOf(name) >= 0) : error;

    public static Value RemoveSlot(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        if (Owner(vm, self) is { } o)
            vm.Slots.Remove(o, name);
        return self;
    }

    public static Value RemoveAllSlots(Vm vm, Value self, in Args args)
    {
        if (Owner(vm, self) is { } o)
            vm.Slots.RemoveAll(o);
        return self;
    }

    /// <summary>Is there such an own slot?</summary>
    public static bool HasOwn(Vm vm, Value self, Symbol name) => Owner(vm, self)?.Shape.IndexOf(name) >= 0;

    /// <summary>An own slot's value, not activated; nil if there is none.</summary>
    public static Value OwnValue(Vm vm, Value self, Symbol name) =>
        Owner(vm, self) is { } o && o.Shape.IndexOf(name) is >= 0 and var index ? vm.ReadRaw(new SlotLocation(o, index)) : vm.Nil;

    /// <summary>The own slots' names that programs may see.</summary>
    public static List<Symbol> VisibleNames(Vm vm, Value self) =>
        Owner(vm, self) is { } o ? [.. o.Shape.Names.Where(n => n.Text.Length < 2 || n.Text[0] != '`')] : [];

    public static Value SlotNames(Vm vm, Value self, in Args args)
    {
        var names = new ListPayload();
        foreach (var name in VisibleNames(vm, self))
            names.Add(vm.SymbolObject(name));
        return vm.World.NewList(names);
    }

    public static Value SlotValues(Vm vm, Value self, in Args args)
    {
        var values = new ListPayload();
        foreach (var name in VisibleNames(vm, self))
            values.Add(vm.ReadRaw(new SlotLocation(Owner(vm, self)!, Owner(vm, self)!.Shape.IndexOf(name))));
        return vm.World.NewList(values);
    }

    public static Value AncestorWithSlot(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        foreach (var ancestor in vm.Lookup.Ancestors(vm.LookupStart(self)))
        {
            if ((self.Ref is null || !ReferenceEquals(ancestor, self.Ref)) && ancestor.Shape.IndexOf(name) >= 0)
                return ancestor;
        }
        return vm.Nil;
    }

    public static Value ContextWithSlot(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        return vm.Lookup.TryFind(vm.LookupStart(self), name, out var found) ? found.Holder : vm.Nil;
    }

    // Operands: 0 list of names, 1 next index, 2 last value.
    public static Request ForeachSlot(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount < 2)
                return vm.RaiseRequest("[Object foreachSlot] requires 2 arguments\n", frame.Message);
            var names = VisibleNames(vm, frame.Self);
            names.Sort((a, b) => string.CompareOrdinal(a.Text, b.Text));
            var list = new ListPayload();
            foreach (var name in names)
                list.Add(vm.SymbolObject(name));
            frame.Operands = [vm.World.NewList(list), 0, vm.Nil];
        }
        else
        {
            if (!ControlFlow.EndTurn(vm, frame, 2))
                return frame.Stopped == StopKind.Break ? frame.Done(vm.Nil) : Request.Unwind;
            frame.Operands[1] = frame.Operands[1].Num + 1;
        }
        var all = (ListPayload)frame.Operands[0].Ref!.Payload!;
        var next = (int)frame.Operands[1].Num;
        if (next >= all.Count)
            return frame.Done(all.Count == 0 ? vm.Nil : vm.False);
        var arguments = frame.Message.Arguments;
        var slot = vm.SymbolOf((Seq)all[next].Ref!.Payload!);
        if (arguments.Length > 2)
            frame.SetLocal(vm, arguments[0].Name, all[next]);
        var value = Owner(vm, frame.Self) is { } o && o.Shape.IndexOf(slot) is >= 0 and var index ? vm.ReadRaw(new SlotLocation(o, index)) : vm.Nil;
        frame.SetLocal(vm, arguments[^2].Name, value);
        return frame.EvalArg(arguments.Length - 1, 1);
    }

    public static Value OwnsSlots(Vm vm, Value self, in Args args) => vm.Bool(Owner(vm, self)?.Shape.Count > 0);

    public static Value MarkClean(Vm vm, Value self, in Args args)
    {
        if (self.Ref is { } o)
        {
            vm.Journal.Save(o);
            o.Flags &= ~ObjectFlags.Dirty;
        }
        return self;
    }

    public static Value HasDirtySlot(Vm vm, Value self, in Args args) => vm.Bool(self.Ref is { } o && (o.Flags & ObjectFlags.Dirty) != 0);

    public static Value MemorySize(Vm vm, Value self, in Args args) => self.Ref is { } o ? 56 + 16 * o.Slots.Length : 16;
}
