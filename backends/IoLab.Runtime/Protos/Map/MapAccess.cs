using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Map;

/// <summary>Entries by key, and maps as wholes. The order is that of insertion.</summary>
internal static class MapAccess
{
    public static Value With(Vm vm, Value self, in Args args)
    {
        var map = new MapPayload();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args.Get(vm, i).PayloadAs<Seq>() is not { } key)
                return Maps.WrongKey(vm, args.Get(vm, i), "atPut", args.Message);
            map.Entries[vm.SymbolOf(key)] = args.Get(vm, i + 1);
        }
        return vm.World.NewMap(map);
    }

    public static Request At(Vm vm, ControlFrame frame)
    {
        if (!TryKey(vm, frame, out var key, out var request))
            return request;
        if (Maps.PayloadOf(vm, frame.Self).TryGet(key, out var value))
            return frame.Done(value);
        return frame.ArgCount > 1 ? frame.TailArg(1) : frame.Done(vm.Nil);
    }

    /// <summary>The key of a primitive that evaluates its second argument only on a miss. A literal key needs no evaluation.</summary>
    private static bool TryKey(Vm vm, ControlFrame frame, out Symbol key, out Request request)
    {
        key = null!;
        var value = frame.Value;
        if (frame.State == 0)
        {
            if (frame.ArgCount == 0)
            {
                value = vm.Nil;
            }
            else if (frame.Message.Arguments[0] is { Cached: CachedValue literal, Next: null })
            {
                value = literal.Value;
            }
            else
            {
                request = frame.EvalArg(0, 1);
                return false;
            }
        }
        request = Request.Unwind;
        if (vm.Resolve(value).PayloadAs<Seq>() is not { } seq)
        {
            Maps.WrongKey(vm, value, frame.Message.Name.Text, frame.Message);
            return false;
        }
        key = vm.SymbolOf(seq);
        return true;
    }

    // Operand: 0 the key that was missing. State 2: its value is known.
    public static Request AtIfAbsentPut(Vm vm, ControlFrame frame)
    {
        if (frame.State == 2)
        {
            Maps.ToChange(vm, frame.Self)[vm.SymbolOf(frame.Operands[0].PayloadAs<Seq>()!)] = frame.Value;
            return frame.Done(frame.Value);
        }
        if (!TryKey(vm, frame, out var key, out var request))
            return request;
        if (Maps.PayloadOf(vm, frame.Self).TryGet(key, out var value))
            return frame.Done(value);
        frame.Operands = [vm.SymbolObject(key)];
        if (frame.ArgCount > 1)
            return frame.EvalArg(1, 2);
        Maps.ToChange(vm, frame.Self)[key] = vm.Nil;
        return frame.Done(vm.Nil);
    }

    public static Value AtPut(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var key, out var error))
            return error;
        vm.Journal.SavePayload(vm.Resolve(self).Ref!);
        Maps.PayloadOf(vm, self).Put(key, args.Get(vm, 1));
        return self;
    }

    public static Value HasKey(Vm vm, Value self, in Args args) =>
        args.TrySymbol(vm, 0, out var key, out var error) ? vm.Bool(Maps.Of(vm, self).ContainsKey(key)) : error;

    public static Value HasValue(Vm vm, Value self, in Args args)
    {
        foreach (var value in Maps.Of(vm, self).Values)
        {
            if (Identity.AreEqual(vm, value, args.Get(vm, 0)))
                return vm.True;
        }
        return vm.False;
    }

    public static Value RemoveAt(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var key, out var error))
            return error;
        var entries = Maps.ToChange(vm, self);
        var index = entries.IndexOf(key);
        entries.Remove(key);
        if (index >= 0 && index < entries.Count && vm.Mutants.Has(Mutant.MapRemovalReorders))
        {
            var (last, value) = entries.GetAt(entries.Count - 1);
            entries.RemoveAt(entries.Count - 1);
            entries.Insert(index, last, value);
        }
        return self;
    }

    public static Value Empty(Vm vm, Value self, in Args args)
    {
        Maps.ToChange(vm, self).Clear();
        return self;
    }

    public static Value Size(Vm vm, Value self, in Args args) => Maps.Of(vm, self).Count;

    public static Value IsEmpty(Vm vm, Value self, in Args args) => vm.Bool(Maps.Of(vm, self).Count == 0);

    public static Value IsNotEmpty(Vm vm, Value self, in Args args) => vm.Bool(Maps.Of(vm, self).Count != 0);

    public static Value Keys(Vm vm, Value self, in Args args)
    {
        var entries = Maps.Of(vm, self);
        var keys = new ListPayload(entries.Count);
        foreach (var key in entries.Keys)
            keys.Add(vm.SymbolObject(key));
        return vm.World.NewList(keys);
    }

    public static Value Values(Vm vm, Value self, in Args args)
    {
        var entries = Maps.Of(vm, self);
        var values = new ListPayload(entries.Count);
        foreach (var value in entries.Values)
            values.Add(value);
        return vm.World.NewList(values);
    }

    public static Value AsList(Vm vm, Value self, in Args args)
    {
        var pairs = new ListPayload();
        foreach (var (key, value) in Maps.Of(vm, self))
            pairs.Add(vm.World.NewList([vm.SymbolObject(key), value]));
        return vm.World.NewList(pairs);
    }

    public static Value AsObject(Vm vm, Value self, in Args args)
    {
        var o = vm.Clone(vm.World.Object);
        foreach (var (key, value) in Maps.Of(vm, self))
            vm.Slots.Set(o, key, value);
        return o;
    }

    public static Value Merge(Vm vm, Value self, in Args args) => MergeInto(vm, vm.Clone(vm.Resolve(self).Ref!), args);

    public static Value MergeInPlace(Vm vm, Value self, in Args args) => MergeInto(vm, self, args);

    private static Value MergeInto(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<MapPayload>(vm, 0, "Map", out var other, out var error))
            return error;
        var entries = Maps.ToChange(vm, self);
        if (ReferenceEquals(entries, other.Entries))
            return self;
        foreach (var (key, value) in other.Entries)
            entries[key] = value;
        return self;
    }

    public static Value ReverseMap(Vm vm, Value self, in Args args)
    {
        var reversed = new MapPayload();
        foreach (var (key, value) in Maps.Of(vm, self))
        {
            if (value.PayloadAs<Seq>() is not { } newKey)
                return Maps.WrongKey(vm, value, "atPut", args.Message);
            reversed.Entries[vm.SymbolOf(newKey)] = vm.SymbolObject(key);
        }
        return vm.World.NewMap(reversed);
    }

    public static Value AddKeysAndValues(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var keys, out var error)
            || !args.TryPayload<ListPayload>(vm, 1, "List", out var values, out error))
        {
            return error;
        }
        var entries = Maps.ToChange(vm, self);
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].PayloadAs<Seq>() is not { } key)
                return Maps.WrongKey(vm, keys[i], "atPut", args.Message);
            entries[vm.SymbolOf(key)] = i < values.Count ? values[i] : vm.Nil;
        }
        return self;
    }
}
