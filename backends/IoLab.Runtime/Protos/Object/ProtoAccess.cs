using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Cloning and protos (io-language.md 4.1, 4.3).</summary>
internal static class ProtoAccess
{
    private static Builtin ObjectInit { get; } = ObjectSlots.Table["init"];

    public static Value Clone(Vm vm, Value self, in Args args)
    {
        if (self.Ref is not { } proto)
            return self;
        // Its clones' shape remembers that the init they would find is the built-in one.
        if (proto.CloneShape is { } known && known.PlainInitEpoch == vm.Names.Init.Epoch)
            return vm.Clone(proto);
        if (proto.Payload is NumberPayload number)
            return number.Value;
        // A user's init is Io code: let the prelude send it.
        if (vm.Lookup.TryFind(proto, vm.Names.Init, out var init) && init.Raw.PayloadAs<CFunctionPayload>()?.Builtin != ObjectInit)
            return vm.Redirect(vm.Symbols.Intern("clone"));
        var clone = vm.Clone(proto);
        clone.Shape.PlainInitEpoch = vm.Names.Init.Epoch;
        return clone;
    }

    public static Request SendInit(Vm vm, ControlFrame frame) =>
        frame.State == 0 ? frame.Perform(Evaluation.Synthesize(frame, vm.Names.Init, []), frame.Self, frame.Locals, 1) : frame.Done(frame.Self);

    public static Value CloneWithoutInit(Vm vm, Value self, in Args args) => self.Ref switch
    {
        null => self,
        { Payload: NumberPayload number } => number.Value,
        var proto => vm.Clone(proto),
    };

    public static Value ShallowCopy(Vm vm, Value self, in Args args)
    {
        if (self.Ref is not { } o)
            return self;
        var copy = new IoObject(o.Shape, null, o.Payload?.CloneFor(vm), o.Flags & ObjectFlags.Activatable);
        if (o.Shape.IsUnique)
            copy.Shape = Shape.Unique(o.Shape.Protos, o.Shape.Names);
        copy.Slots = [.. o.Slots];
        return copy;
    }

    private static IoObject[] ProtosOf(Vm vm, Value self) => self.Ref?.Shape.Protos ?? [vm.World.Number];

    public static Value Proto(Vm vm, Value self, in Args args) => ProtosOf(vm, self) is { Length: > 0 } protos ? protos[0] : vm.Nil;

    public static Value Protos(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        foreach (var proto in ProtosOf(vm, self))
            list.Add(proto);
        return vm.World.NewList(list);
    }

    /// <summary>A proto given by a program: numbers stand in through an object.</summary>
    private static IoObject AsProto(Vm vm, Value value) => value.Ref ?? vm.World.MakeStandInFor(value.Num);

    private static Value Set(Vm vm, Value self, IoObject[] protos)
    {
        if (self.Ref is { } o)
            vm.Slots.SetProtos(o, protos);
        return self;
    }

    public static Value SetProto(Vm vm, Value self, in Args args) => Set(vm, self, [AsProto(vm, args.Get(vm, 0))]);

    public static Value SetProtos(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var list, out var error))
            return error;
        var protos = new IoObject[list.Count];
        for (var i = 0; i < protos.Length; i++)
            protos[i] = AsProto(vm, list[i]);
        return Set(vm, self, protos);
    }

    public static Value AppendProto(Vm vm, Value self, in Args args) => Set(vm, self, [.. ProtosOf(vm, self), AsProto(vm, args.Get(vm, 0))]);

    public static Value PrependProto(Vm vm, Value self, in Args args) => Set(vm, self, [AsProto(vm, args.Get(vm, 0)), .. ProtosOf(vm, self)]);

    public static Value RemoveProto(Vm vm, Value self, in Args args)
    {
        var removed = args.Get(vm, 0).Ref;
        return Set(vm, self, [.. ProtosOf(vm, self).Where(p => !ReferenceEquals(p, removed))]);
    }

    public static Value RemoveAllProtos(Vm vm, Value self, in Args args) => Set(vm, self, []);

    public static Value HasProto(Vm vm, Value self, in Args args)
    {
        var proto = args.Get(vm, 0).Ref;
        return vm.Bool(proto is not null && vm.Lookup.Reaches(vm.LookupStart(self), proto));
    }

    public static Value Ancestors(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        if (self.Ref is null)
            list.Add(self);
        foreach (var ancestor in vm.Lookup.Ancestors(vm.LookupStart(self)))
            list.Add(ancestor);
        return vm.World.NewList(list);
    }

    public static Value IsKindOf(Vm vm, Value self, in Args args)
    {
        var proto = args.Get(vm, 0);
        if (proto.IsIdenticalTo(self))
            return vm.True;
        return vm.Bool(proto.Ref is { } o && vm.Lookup.Reaches(vm.LookupStart(self), o));
    }

    public static Value Become(Vm vm, Value self, in Args args)
    {
        var target = args.Get(vm, 0);
        if (self.Ref is { } o && !target.Is(o))
            vm.Slots.Become(o, target);
        return target;
    }
}
