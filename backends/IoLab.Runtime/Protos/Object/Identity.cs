using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Identity, kind and comparison by payload (io-language.md 4.4). Comparison uses work lists: nesting costs no host stack.</summary>
public static class Identity
{
    public static Value Self(Vm vm, Value self, in Args args) => self;

    public static Value Type(Vm vm, Value self, in Args args) => vm.SymbolObject(vm.Symbols.Intern(vm.KindName(self)));

    public static Value IsIdenticalTo(Vm vm, Value self, in Args args) => vm.Bool(AreIdentical(self, args.Get(vm, 0)));

    /// <summary>The same object; equal numbers and equal immutable sequences count as the same.</summary>
    public static bool AreIdentical(Value a, Value b) => a.IsIdenticalTo(b)
        || (a.PayloadAs<Seq>() is { IsMutable: false } x && b.PayloadAs<Seq>() is { IsMutable: false } y && x.ContentEquals(y));

    /// <summary>Equal immutable sequences have the identity of their symbol.</summary>
    public static Value UniqueId(Vm vm, Value self, in Args args)
    {
        Value one = self.PayloadAs<Seq>() is { IsMutable: false } seq ? vm.SymbolObject(vm.SymbolOf(seq)) : self;
        return vm.Text($"0x{(one.Ref is null ? (long)one.Num : 0x10000 + 16 * vm.World.IdentityNumber(one)):x}");
    }

    public static Value Equal(Vm vm, Value self, in Args args) =>
        args.Count > 0 ? vm.Bool(AreEqual(vm, self, args.Get(vm, 0))) : NeedsArgument(vm, in args);

    private static Value NeedsArgument(Vm vm, in Args args) => vm.Raise("Io Assertion 'compare requires argument'", args.Message);

    public static Value NotEqual(Vm vm, Value self, in Args args) => vm.Bool(!AreEqual(vm, self, args.Get(vm, 0)));

    public static Value Less(Vm vm, Value self, in Args args)
    {
        var other = args.Get(vm, 0);
        return vm.Bool(AreNumbers(self, other) ? self.Num < other.Num : Order(vm, self, other) < 0);
    }

    public static Value LessOrEqual(Vm vm, Value self, in Args args)
    {
        var other = args.Get(vm, 0);
        return vm.Bool(AreNumbers(self, other) ? self.Num <= other.Num : Order(vm, self, other) <= 0);
    }

    public static Value Greater(Vm vm, Value self, in Args args)
    {
        var other = args.Get(vm, 0);
        return vm.Bool(AreNumbers(self, other) ? self.Num > other.Num : Order(vm, self, other) > 0);
    }

    public static Value GreaterOrEqual(Vm vm, Value self, in Args args)
    {
        var other = args.Get(vm, 0);
        return vm.Bool(AreNumbers(self, other) ? self.Num >= other.Num : Order(vm, self, other) >= 0);
    }

    /// <summary>Numbers compare as IEEE 754 says: with NaN, every order is false.</summary>
    private static bool AreNumbers(Value a, Value b) => a.Ref is null && b.Ref is null;

    public static Value Compare(Vm vm, Value self, in Args args) =>
        args.Count > 0 ? Math.Sign(Order(vm, self, args.Get(vm, 0))) : NeedsArgument(vm, in args);

    public static Value Minus(Vm vm, Value self, in Args args) => args.TryNumber(vm, 0, out var n, out var error) ? -n : error;

    public static Value AsBoolean(Vm vm, Value self, in Args args) =>
        self.Is(vm.World.Nil) || self.Is(vm.World.False) ? self : vm.True;

    public static Value IsActivatable(Vm vm, Value self, in Args args) => vm.Bool(self.Ref is { } o && (o.Flags & ObjectFlags.Activatable) != 0);

    public static Value SetIsActivatable(Vm vm, Value self, in Args args)
    {
        if (self.Ref is not { } o)
            return self;
        vm.Journal.Save(o);
        var on = ControlFlow.Judge(vm, args.Get(vm, 0));
        o.Flags = on ? o.Flags | ObjectFlags.Activatable : o.Flags & ~ObjectFlags.Activatable;
        vm.Symbols.InvalidateAll();
        return self;
    }

    public static Value ArgIsActivationRecord(Vm vm, Value self, in Args args) => vm.Bool(args.Get(vm, 0).PayloadAs<Activation>() is not null);

    public static Value ArgIsCall(Vm vm, Value self, in Args args) => vm.Bool(args.Get(vm, 0).PayloadAs<CallPayload>() is not null);

    /// <summary>Equal by payload; NaN is not equal to itself.</summary>
    public static bool AreEqual(Vm vm, Value a, Value b)
    {
        a = vm.Resolve(a);
        b = vm.Resolve(b);
        if (a.Ref is null && b.Ref is null)
            return a.Num == b.Num;
        if (a.Ref?.Payload is Seq x && b.Ref?.Payload is Seq y)
            return x.ContentEquals(y);
        return Order(vm, a, b) == 0;
    }

    /// <summary>A total order by kind and payload: negative, zero or positive. Cycles count as equal where they meet again.</summary>
    public static int Order(Vm vm, Value first, Value second)
    {
        var a = vm.Resolve(first);
        var b = vm.Resolve(second);
        if (a.Ref?.Payload is Seq x && b.Ref?.Payload is Seq y)
            return x.CompareTo(y);
        Stack<(Value, Value)>? pending = null;
        HashSet<(IoObject, IoObject)>? seen = null;
        while (true)
        {
            var order = OrderFlat(vm, vm.Resolve(a), vm.Resolve(b), ref pending, ref seen);
            if (order != 0)
                return order;
            if (pending is null || !pending.TryPop(out var next))
                return 0;
            (a, b) = next;
        }
    }

    private static int OrderFlat(Vm vm, Value a, Value b, ref Stack<(Value, Value)>? pending, ref HashSet<(IoObject, IoObject)>? seen)
    {
        if (a.Ref is null && b.Ref is null)
            return a.Num < b.Num ? -1 : a.Num > b.Num ? 1 : a.Num == b.Num ? 0 : a.Num.CompareTo(b.Num);
        if (a.Ref is { } same && b.Is(same))
            return 0;
        var kindA = a.Ref?.Kind ?? Kind.Number;
        var kindB = b.Ref?.Kind ?? Kind.Number;
        if (kindA != kindB)
            return kindA < kindB ? -1 : 1;
        switch (a.Ref?.Payload, b.Ref?.Payload)
        {
            case (Seq x, Seq y):
                return x.CompareTo(y);
            case (ListPayload x, ListPayload y):
                if (x.Count != y.Count)
                    return x.Count.CompareTo(y.Count);
                if (!(seen ??= []).Add((a.Ref!, b.Ref!)))
                    return 0;
                pending ??= new Stack<(Value, Value)>();
                for (var i = x.Count - 1; i >= 0; i--)
                    pending.Push((x[i], y[i]));
                return 0;
            case (MapPayload x, MapPayload y):
                if (x.Entries.Count != y.Entries.Count)
                    return x.Entries.Count.CompareTo(y.Entries.Count);
                if (!(seen ??= []).Add((a.Ref!, b.Ref!)))
                    return 0;
                pending ??= new Stack<(Value, Value)>();
                foreach (var (key, value) in x.Entries)
                {
                    if (!y.Entries.TryGetValue(key, out var other))
                        return 1;
                    pending.Push((value, other));
                }
                return 0;
            case (IComparablePayload x, IComparablePayload y):
                return x.CompareTo(y);
            case (NumberPayload x, NumberPayload y):
                return x.Value.CompareTo(y.Value);
            default:
                return vm.World.IdentityNumber(a).CompareTo(vm.World.IdentityNumber(b));
        }
    }
}
