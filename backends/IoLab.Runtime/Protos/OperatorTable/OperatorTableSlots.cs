using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.OperatorTable;

/// <summary>The slots of OperatorTable (io-language.md 2.7).</summary>
internal static unsafe class OperatorTableSlots
{
    public static readonly ProtoTable Table = new ProtoTable("OperatorTable")
        .Data("type", vm => vm.Text("OperatorTable"), "The kind's name.")
        .Data("operators", Operators, "Map of operator to precedence, 0 tightest.")
        .Data("assignOperators", AssignOperators, "Map of assignment operator to slot-setting message.")
        .Data("precedenceLevelCount", _ => 32, "How many precedences there are.")
        .Eager("asString", "", &OperatorText.AsString, "All operators by level.")
        .Eager("reverseAssignOperators", "", &OperatorText.ReverseAssignOperators, "Map of slot-setting message to assignment operator.")
        .Eager("addOperator", "name: Sequence, [precedence: Number]", &AddOperator, "Adds a binary operator for text compiled later.")
        .Eager("addAssignOperator", "name: Sequence, message: Sequence", &AddAssignOperator, "Adds an assignment operator for text compiled later.");

    private static Value Operators(Vm vm)
    {
        var map = new MapPayload();
        foreach (var (name, precedence) in DefaultOperatorTable.Operators)
            map.Entries.Add(vm.Symbols.Intern(name), precedence);
        return vm.World.NewMap(map);
    }

    private static Value AssignOperators(Vm vm)
    {
        var map = new MapPayload();
        foreach (var (name, message) in DefaultOperatorTable.AssignmentOperators)
            map.Entries.Add(vm.Symbols.Intern(name), vm.SymbolObject(vm.Symbols.Intern(message)));
        return vm.World.NewMap(map);
    }

    private static Value AddOperator(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error))
            return error;
        double precedence = 0;
        if (args.Count > 1 && !args.TryNumber(vm, 1, out precedence, out error))
            return error;
        return Put(vm, self, vm.Names.Operators, name, precedence);
    }

    private static Value AddAssignOperator(Vm vm, Value self, in Args args)
    {
        if (!args.TrySymbol(vm, 0, out var name, out var error) || !args.TrySymbol(vm, 1, out var message, out error))
            return error;
        return Put(vm, self, vm.Names.AssignOperators, name, vm.SymbolObject(message));
    }

    private static Value Put(Vm vm, Value self, Symbol table, Symbol name, Value value)
    {
        if (vm.TryGetSlot(self, table, out var slot) && slot.Ref is { Payload: MapPayload map } o)
        {
            vm.Journal.SavePayload(o);
            map.Put(name, value);
        }
        return self;
    }
}
