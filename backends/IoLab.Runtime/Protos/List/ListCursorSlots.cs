using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.List;

/// <summary>The slots of ListCursor: a list and a place in it.</summary>
internal static unsafe class ListCursorSlots
{
    public static readonly ProtoTable Table = new ProtoTable("ListCursor")
        .Data("type", vm => vm.Text("ListCursor"), "The kind's name.")
        .Data("index", _ => 0, "The place.")
        .Data("collection", vm => vm.Nil, "The list.")
        .Eager("setIndex", "index: Number", &SetIndex, "Goes to a place.")
        .Eager("setCollection", "list: List", &SetCollection, "Replaces the list.")
        .Eager("next", "", &Next, "Goes on; false at the end.")
        .Eager("previous", "", &Previous, "Goes back; false at the beginning.")
        .Eager("value", "", &Item, "The item there, or nil.")
        .Eager("insert", "value", &Insert, "Inserts an item there.")
        .Eager("remove", "", &Remove, "Removes the item there.");

    /// <summary>A cursor at a list's first item.</summary>
    public static Value Over(Vm vm, Value self, in Args args)
    {
        var cursor = vm.Clone(vm.World.Proto("ListCursor"));
        vm.Slots.Set(cursor, vm.Symbols.Intern("collection"), self);
        return cursor;
    }

    private static Value Collection(Vm vm, Value self) => vm.TryGetSlot(self, vm.Symbols.Intern("collection"), out var list) ? list : vm.Nil;

    private static int Place(Vm vm, Value self) =>
        vm.TryGetSlot(self, vm.Symbols.Intern("index"), out var index) && index.Ref is null ? Lists.Index(index.Num) : 0;

    private static Value Go(Vm vm, Value self, int place, bool isThere)
    {
        vm.Slots.Set(self.Ref!, vm.Symbols.Intern("index"), place);
        return vm.Bool(isThere);
    }

    private static Value SetIndex(Vm vm, Value self, in Args args)
    {
        vm.Slots.Set(self.Ref!, vm.Symbols.Intern("index"), args.Get(vm, 0));
        return self;
    }

    private static Value SetCollection(Vm vm, Value self, in Args args)
    {
        vm.Slots.Set(self.Ref!, vm.Symbols.Intern("collection"), args.Get(vm, 0));
        return self;
    }

    /// <summary>At the end, or behind it since the list has become shorter, it goes to the last item: of an empty list that is -1.</summary>
    private static Value Next(Vm vm, Value self, in Args args)
    {
        var (place, last) = (Place(vm, self) + 1, Lists.Of(vm, Collection(vm, self)).Count - 1);
        return Go(vm, self, Math.Min(place, last), place <= last);
    }

    private static Value Previous(Vm vm, Value self, in Args args)
    {
        var place = Place(vm, self) - 1;
        return Go(vm, self, Math.Max(place, 0), place >= 0);
    }

    private static Value Item(Vm vm, Value self, in Args args) => ListAccess.At(vm, Collection(vm, self), new Args([Place(vm, self)], args.Message));

    private static Value Insert(Vm vm, Value self, in Args args) =>
        ListChanges.AtInsert(vm, Collection(vm, self), new Args([Place(vm, self), args.Get(vm, 0)], args.Message));

    private static Value Remove(Vm vm, Value self, in Args args) =>
        ListChanges.RemoveAt(vm, Collection(vm, self), new Args([Place(vm, self)], args.Message));
}
