using System.Text;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.OperatorTable;

/// <summary>The table shown, and read the other way round.</summary>
internal static class OperatorText
{
    private static OrderedDictionary<Symbol, Value> Entries(Vm vm, Value self, Symbol table) =>
        vm.TryGetSlot(self, table, out var slot) && slot.PayloadAs<MapPayload>() is { } map ? map.Entries : [];

    public static Value ReverseAssignOperators(Vm vm, Value self, in Args args)
    {
        var reversed = new MapPayload();
        foreach (var (name, message) in Entries(vm, self, vm.Names.AssignOperators))
        {
            if (message.PayloadAs<Seq>() is { } slotSetter)
                reversed.Entries[vm.SymbolOf(slotSetter)] = vm.SymbolObject(name);
        }
        return vm.World.NewMap(reversed);
    }

    public static Value AsString(Vm vm, Value self, in Args args)
    {
        var text = new StringBuilder(ObjectText.PlainSimpleString(vm, self)?.ToText() ?? "OperatorTable").Append(":\nOperators\n");
        var levels = Entries(vm, self, vm.Names.Operators)
            .Where(e => e.Value.Ref is null)
            .GroupBy(e => e.Value.Num)
            .OrderBy(level => level.Key);
        foreach (var level in levels)
        {
            var names = level.Select(e => e.Key.Text).Order(StringComparer.Ordinal);
            text.Append("  ").Append($"{level.Key}".PadRight(4)).AppendJoin(' ', names).Append('\n');
        }
        text.Append("\nAssign Operators\n");
        foreach (var (name, message) in Entries(vm, self, vm.Names.AssignOperators).OrderBy(e => e.Key.Text, StringComparer.Ordinal))
            text.Append("  ").Append(name.Text.PadRight(4)).Append(message.PayloadAs<Seq>()?.ToText() ?? "").Append('\n');
        text.Append("\nA new operator: OperatorTable addOperator(\"+\", 4), and a slot + on its left side.\n");
        text.Append("A new assign operator: OperatorTable addAssignOperator(\"=\", \"updateSlot\"), and a slot updateSlot.\n");
        return vm.Text(text.ToString());
    }
}
