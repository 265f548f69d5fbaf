using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.List;

/// <summary>Reading and replacing items by index.</summary>
internal static class ListAccess
{
    public static Value With(Vm vm, Value self, in Args args)
    {
        var items = new ListPayload(Lists.Of(vm, self).Items);
        foreach (var value in args.All)
            items.Add(value);
        return Lists.Like(vm, self, items);
    }

    public static Value Size(Vm vm, Value self, in Args args) => Lists.Of(vm, self).Count;

    public static Value IsEmpty(Vm vm, Value self, in Args args) => vm.Bool(Lists.Of(vm, self).Count == 0);

    public static Value IsNotEmpty(Vm vm, Value self, in Args args) => vm.Bool(Lists.Of(vm, self).Count != 0);

    public static Value Capacity(Vm vm, Value self, in Args args) => Lists.Of(vm, self).Capacity;

    public static Value At(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var number, out var error))
            return error;
        return ItemOrNil(vm, Lists.Of(vm, self), Lists.Index(number));
    }

    private static Value ItemOrNil(Vm vm, ListPayload list, int index)
    {
        if (index < 0)
            index += list.Count;
        return (uint)index < (uint)list.Count ? list[index] : vm.Nil;
    }

    public static Value First(Vm vm, Value self, in Args args) => ItemOrNil(vm, Lists.Of(vm, self), 0);

    public static Value Second(Vm vm, Value self, in Args args) => ItemOrNil(vm, Lists.Of(vm, self), 1);

    public static Value Third(Vm vm, Value self, in Args args) => ItemOrNil(vm, Lists.Of(vm, self), 2);

    public static Value Last(Vm vm, Value self, in Args args)
    {
        var list = Lists.Of(vm, self);
        return list.Count == 0 ? vm.Nil : list[list.Count - 1];
    }

    public static Value AtPut(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var number, out var error))
            return error;
        var index = Lists.Index(number);
        if ((uint)index >= (uint)Lists.Of(vm, self).Count)
            return Lists.OutOfBounds(vm, args);
        Lists.ToChange(vm, self)[index] = args.Get(vm, 1);
        return self;
    }

    public static Value SwapIndices(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var first, out var error) || !args.TryNumber(vm, 1, out var second, out error))
            return error;
        var (i, j) = (Lists.Index(first), Lists.Index(second));
        var list = Lists.ToChange(vm, self);
        if ((uint)i >= (uint)list.Count || (uint)j >= (uint)list.Count)
            return Lists.OutOfBounds(vm, args);
        (list[i], list[j]) = (list[j], list[i]);
        return self;
    }

    public static Value ItemCopy(Vm vm, Value self, in Args args) => vm.World.NewList(Lists.Of(vm, self).Items);

    public static Value Copy(Vm vm, Value self, in Args args)
    {
        if (args.Get(vm, 0).PayloadAs<ListPayload>() is not { } other)
            return vm.Raise("Io Assertion 'requires List objects as arguments'", args.Message);
        Lists.ToChange(vm, self).SetItems(other.Items);
        return self;
    }

    public static Value Reverse(Vm vm, Value self, in Args args)
    {
        var copy = new ListPayload(Lists.Of(vm, self).Items);
        copy.Items.Reverse();
        return vm.World.NewList(copy);
    }

    public static Value ReverseInPlace(Vm vm, Value self, in Args args)
    {
        Lists.ToChange(vm, self).Items.Reverse();
        return self;
    }

    public static Value Slice(Vm vm, Value self, in Args args) =>
        TrySlice(vm, self, args, out var slice, out var error) ? vm.World.NewList(slice) : error;

    public static Value SliceInPlace(Vm vm, Value self, in Args args)
    {
        if (!TrySlice(vm, self, args, out var slice, out var error))
            return error;
        Lists.ToChange(vm, self).SetItems(slice.Items);
        return self;
    }

    private static bool TrySlice(Vm vm, Value self, in Args args, out ListPayload slice, out Value error)
    {
        slice = null!;
        var list = Lists.Of(vm, self);
        double to = list.Count, step = 1;
        if (!args.TryNumber(vm, 0, out var from, out error)
            || (args.Count > 1 && !args.TryNumber(vm, 1, out to, out error))
            || (args.Count > 2 && !args.TryNumber(vm, 2, out step, out error)))
        {
            return false;
        }
        var by = Lists.Index(step);
        if (by == 0)
        {
            error = vm.Raise("Io Assertion 'step cannot be equal to zero'", args.Message);
            return false;
        }
        var start = Clamp(Lists.Index(from), list.Count, by);
        var end = Clamp(Lists.Index(to), list.Count, by);
        if (end < 0 && vm.Mutants.Has(Mutant.SliceDownMissesFirst))
            end = 0;
        slice = new ListPayload();
        for (long i = start; by > 0 ? i < end : i > end; i += by)
            slice.Add(list[(int)i]);
        return true;
    }

    /// <summary>An end of a slice: negatives count from the end; going down, the place before the first is an end too.</summary>
    private static int Clamp(int index, int count, int step)
    {
        var lowest = step < 0 ? -1 : 0;
        var highest = step < 0 ? count - 1 : count;
        return index < 0 ? (int)Math.Max(lowest, (long)index + count) : Math.Min(highest, index);
    }

    public static Value Rest(Vm vm, Value self, in Args args)
    {
        var items = Lists.Of(vm, self).Items;
        return vm.World.NewList(items.IsEmpty ? items : items[1..]);
    }
}
