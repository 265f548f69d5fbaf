using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Block;

/// <summary>What a block is made of, and its texts.</summary>
internal static class BlockAccess
{
    private static BlockPayload Of(Value self) => (BlockPayload)self.Ref!.Payload!;

    private static BlockPayload ToChange(Vm vm, Value self)
    {
        vm.Journal.SavePayload(self.Ref!);
        return Of(self);
    }

    public static Value ArgumentNames(Vm vm, Value self, in Args args)
    {
        var names = new ListPayload();
        foreach (var formal in Of(self).Formals)
            names.Add(vm.SymbolObject(formal));
        return vm.World.NewList(names);
    }

    public static Value SetArgumentNames(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<ListPayload>(vm, 0, "List", out var list, out var error))
            return error;
        var formals = new Symbol[list.Count];
        for (var i = 0; i < formals.Length; i++)
        {
            if (list[i].PayloadAs<Seq>() is not { } name)
                return vm.Raise("Io Assertion 'argument names must be Strings'", args.Message);
            formals[i] = vm.SymbolOf(name);
        }
        ToChange(vm, self).SetFormals(formals);
        vm.Symbols.InvalidateAll(); // Caches remember how many formals a callee has, and whether they repeat.
        return self;
    }

    public static Value Message(Vm vm, Value self, in Args args) => vm.Wrap(Of(self).Body);

    public static Value SetMessage(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<MessagePayload>(vm, 0, "Message", out var body, out var error))
            return error;
        ToChange(vm, self).SetBody(body.Message);
        return self;
    }

    public static Value Scope(Vm vm, Value self, in Args args) => Of(self).Scope is { } scope ? scope : vm.Nil;

    public static Value SetScope(Vm vm, Value self, in Args args)
    {
        var scope = args.Get(vm, 0);
        var block = ToChange(vm, self);
        block.Scope = scope.Is(vm.World.Nil) ? null : Evaluation.AsLocals(vm, scope);
        block.SetBody(block.Body);
        return self;
    }

    public static Value PassStops(Vm vm, Value self, in Args args) => vm.Bool(Of(self).PassStops);

    public static Value SetPassStops(Vm vm, Value self, in Args args)
    {
        var block = ToChange(vm, self);
        block.PassStops = ControlFlow.Judge(vm, args.Get(vm, 0));
        block.SetBody(block.Body);
        return self;
    }

    public static Value Code(Vm vm, Value self, in Args args)
    {
        var block = Of(self);
        var text = new System.Text.StringBuilder(block.Scope is null ? "method(" : "block(");
        foreach (var formal in block.Formals)
            text.Append(formal.Text).Append(", ");
        text.Append(block.Body is { } body ? Printer.Print(body) : "nil").Append(')');
        return vm.Text(text.ToString());
    }

    public static Value AsString(Vm vm, Value self, in Args args)
    {
        return vm.Text(Layout(Of(self)));
    }

    /// <summary>A block's source text, laid out.</summary>
    public static string Layout(BlockPayload block) =>
        PrettyPrinter.PrintBlock(block.Body?.Label ?? "", block.Body?.Line ?? 0, block.Formals.Select(f => f.Text), block.Body);

    public static Value AsSimpleString(Vm vm, Value self, in Args args)
    {
        var block = Of(self);
        return vm.Text((block.Scope is null ? "method(" : "block(") + string.Concat(block.Formals.Select(f => f.Text + ", ")) + "...)");
    }

    public static Value ProfilerTime(Vm vm, Value self, in Args args) => 0;
}
