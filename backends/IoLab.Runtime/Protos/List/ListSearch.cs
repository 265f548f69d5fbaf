using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>Finding items, and lists as sets. Equality is that of payloads.</summary>
internal static class ListSearch
{
    /// <summary>The index of the first equal item, or -1.</summary>
    public static int IndexOf(Vm vm, ListPayload list, Value value)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (Identity.AreEqual(vm, list[i], value))
                return i;
        }
        return -1;
    }

    public static Value IndexOf(Vm vm, Value self, in Args args)
    {
        if (args.Count == 0)
            return vm.Raise("Io Assertion 'indexOf requires at least one argument'", args.Message);
        return IndexOf(vm, Lists.Of(vm, self), args.Get(vm, 0)) is >= 0 and var index ? index : vm.Nil;
    }

    public static Value Contains(Vm vm, Value self, in Args args) => vm.Bool(IndexOf(vm, Lists.Of(vm, self), args.Get(vm, 0)) >= 0);

    public static Value ContainsIdenticalTo(Vm vm, Value self, in Args args) => vm.Bool(ContainsIdentical(vm, Lists.Of(vm, self), args.Get(vm, 0)));

    private static bool ContainsIdentical(Vm vm, ListPayload list, Value wanted)
    {
        foreach (var item in list.Items)
        {
            if (Identity.AreIdentical(vm.Resolve(item), wanted))
                return true;
        }
        return false;
    }

    public static Value ContainsAll(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var wanted, out var error))
            return error;
        foreach (var value in wanted.Items)
        {
            if (IndexOf(vm, Lists.Of(vm, self), value) < 0)
                return vm.False;
        }
        return vm.True;
    }

    public static Value ContainsAny(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var wanted, out var error))
            return error;
        foreach (var value in wanted.Items)
        {
            if (IndexOf(vm, Lists.Of(vm, self), value) >= 0)
                return vm.True;
        }
        return vm.False;
    }

    public static Value Unique(Vm vm, Value self, in Args args)
    {
        var result = new ListPayload();
        foreach (var item in Lists.Of(vm, self).Items)
        {
            if (vm.Mutants.Has(Mutant.UniqueByIdentity) ? !ContainsIdentical(vm, result, item) : IndexOf(vm, result, item) < 0)
                result.Add(item);
        }
        return vm.World.NewList(result);
    }

    public static Value UniqueCount(Vm vm, Value self, in Args args)
    {
        var items = new ListPayload();
        var counts = new List<int>();
        foreach (var item in Lists.Of(vm, self).Items)
        {
            var index = IndexOf(vm, items, item);
            if (index >= 0)
            {
                counts[index]++;
                continue;
            }
            items.Add(item);
            counts.Add(1);
        }
        var result = new ListPayload(items.Count);
        for (var i = 0; i < items.Count; i++)
            result.Add(vm.World.NewList([items[i], counts[i]]));
        return vm.World.NewList(result);
    }

    public static Value Union(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var other, out var error))
            return error;
        var result = new ListPayload(Lists.Of(vm, self).Items);
        AddWhere(vm, result, other, Lists.Of(vm, self), present: false);
        return vm.World.NewList(result);
    }

    public static Value Intersect(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var other, out var error))
            return error;
        var result = new ListPayload();
        AddWhere(vm, result, other, Lists.Of(vm, self), present: true);
        return vm.World.NewList(result);
    }

    public static Value Difference(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var other, out var error))
            return error;
        var result = new ListPayload();
        AddWhere(vm, result, Lists.Of(vm, self), other, present: false);
        return vm.World.NewList(result);
    }

    private static void AddWhere(Vm vm, ListPayload result, ListPayload candidates, ListPayload others, bool present)
    {
        foreach (var item in candidates.Items)
        {
            if (IndexOf(vm, others, item) >= 0 == present)
                result.Add(item);
        }
    }

    /// <summary>All items of lists inside lists, in order. A list that contains itself is not entered again.</summary>
    public static Value Flatten(Vm vm, Value self, in Args args)
    {
        var result = new ListPayload();
        var open = new Stack<(ListPayload List, int Next)>();
        var inside = new HashSet<ListPayload>(ReferenceEqualityComparer.Instance) { Lists.Of(vm, self) };
        open.Push((Lists.Of(vm, self), 0));
        while (open.TryPop(out var level))
        {
            if (level.Next >= level.List.Count)
            {
                inside.Remove(level.List);
                continue;
            }
            open.Push((level.List, level.Next + 1));
            var item = vm.Resolve(level.List[level.Next]);
            if (item.PayloadAs<ListPayload>() is not { } inner)
                result.Add(item);
            else if (inside.Add(inner))
                open.Push((inner, 0));
        }
        return vm.World.NewList(result);
    }
}
