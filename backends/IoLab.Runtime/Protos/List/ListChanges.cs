using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.List;

/// <summary>Adding and removing items.</summary>
internal static class ListChanges
{
    public static Value Append(Vm vm, Value self, in Args args)
    {
        if (args.Count == 0)
            return Lists.NeedsArgument(vm, args);
        var list = Lists.ToChange(vm, self);
        if (list.Count + args.Count > list.Capacity && !Lists.MayHold(vm, (list.Count + (long)args.Count) * 2))
            return vm.Unwind;
        foreach (var value in args.All)
            list.Add(value);
        return self;
    }

    public static Value AppendIfAbsent(Vm vm, Value self, in Args args)
    {
        var list = Lists.ToChange(vm, self);
        foreach (var value in args.All)
        {
            if (ListSearch.IndexOf(vm, list, value) < 0)
                list.Add(value);
        }
        return self;
    }

    public static Value Prepend(Vm vm, Value self, in Args args)
    {
        if (args.Count == 0)
            return Lists.NeedsArgument(vm, args);
        var list = Lists.ToChange(vm, self);
        foreach (var value in args.All)
            list.Insert(0, value);
        return self;
    }

    public static Value AppendSeq(Vm vm, Value self, in Args args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var other = args.Get(vm, i);
            if (other.PayloadAs<ListPayload>() is not { } added)
                return vm.Raise("Io Assertion 'requires List objects as arguments'", args.Message);
            if (other.Is(self.Ref!))
                return vm.Raise("can't add a list to itself\n", args.Message);
            var list = Lists.ToChange(vm, self);
            if (!Lists.MayHold(vm, list.Count + (long)added.Count))
                return vm.Unwind;
            list.Grow(list.Count + added.Count);
            foreach (var value in added.Items)
                list.Add(value);
        }
        return self;
    }

    public static Value AtInsert(Vm vm, Value self, in Args args) =>
        args.TryNumber(vm, 0, out var number, out var error) ? Insert(vm, self, Lists.Index(number), args.Get(vm, 1), args) : error;

    public static Value InsertAt(Vm vm, Value self, in Args args) =>
        args.TryNumber(vm, 1, out var number, out var error) ? Insert(vm, self, Lists.Index(number), args.Get(vm, 0), args) : error;

    private static Value Insert(Vm vm, Value self, int index, Value value, in Args args)
    {
        var list = Lists.ToChange(vm, self);
        if ((uint)index > (uint)list.Count)
            return Lists.OutOfBounds(vm, args);
        list.Insert(index, value);
        return self;
    }

    public static Value InsertAfter(Vm vm, Value self, in Args args) => InsertBeside(vm, self, args, 1);

    public static Value InsertBefore(Vm vm, Value self, in Args args) => InsertBeside(vm, self, args, 0);

    private static Value InsertBeside(Vm vm, Value self, in Args args, int offset)
    {
        var list = Lists.ToChange(vm, self);
        var index = ListSearch.IndexOf(vm, list, args.Get(vm, 1));
        list.Insert(index < 0 ? list.Count : index + offset, args.Get(vm, 0));
        return self;
    }

    public static Value RemoveLast(Vm vm, Value self, in Args args)
    {
        var list = Lists.Of(vm, self);
        return list.Count == 0 ? vm.Nil : Lists.ToChange(vm, self).RemoveAt(list.Count - 1);
    }

    public static Value RemoveFirst(Vm vm, Value self, in Args args) =>
        Lists.Of(vm, self).Count == 0 ? vm.Nil : Lists.ToChange(vm, self).RemoveAt(0);

    public static Value RemoveAt(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var number, out var error))
            return error;
        var index = Lists.Index(number);
        var list = Lists.ToChange(vm, self);
        if ((uint)index >= (uint)list.Count)
            return Lists.OutOfBounds(vm, args);
        var removed = list.RemoveAt(index);
        return vm.Mutants.Has(Mutant.RemoveAtWrongItem) && index < list.Count ? list[index] : removed;
    }

    public static Value Remove(Vm vm, Value self, in Args args)
    {
        if (args.Count == 0)
            return Lists.NeedsArgument(vm, args);
        foreach (var value in args.All)
            RemoveEqual(vm, Lists.ToChange(vm, self), value);
        return self;
    }

    private static void RemoveEqual(Vm vm, ListPayload list, Value value)
    {
        var kept = 0;
        for (var i = 0; i < list.Count; i++)
        {
            if (!Identity.AreEqual(vm, list[i], value))
                list[kept++] = list[i];
        }
        list.Resize(kept, vm.Nil);
    }

    public static Value RemoveSeq(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var others, out var error))
            return error;
        var values = new ListPayload(others.Items);
        foreach (var value in values.Items)
            RemoveEqual(vm, Lists.ToChange(vm, self), value);
        return self;
    }

    public static Value RemoveAll(Vm vm, Value self, in Args args)
    {
        Lists.ToChange(vm, self).SetItems([]);
        return self;
    }

    public static Value SetSize(Vm vm, Value self, in Args args)
    {
        if (!TryCount(vm, args, out var count, out var error))
            return error;
        Lists.ToChange(vm, self).Resize(count, vm.Nil);
        return self;
    }

    public static Value PreallocateToSize(Vm vm, Value self, in Args args)
    {
        if (!TryCount(vm, args, out var count, out var error))
            return error;
        Lists.Of(vm, self).Grow(count);
        return self;
    }

    private static bool TryCount(Vm vm, in Args args, out int count, out Value error)
    {
        count = 0;
        if (!args.TryNumber(vm, 0, out var number, out error))
            return false;
        if (number < 0)
        {
            error = vm.Raise(
                $"IoMessage_locals_sizetArgAt_ attempt to get size_t value from negative number {Lists.Index(number)}", args.Message);
            return false;
        }
        count = Lists.Index(number);
        error = vm.Unwind;
        return Lists.MayHold(vm, count);
    }
}
