using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Compiling;

/// <summary>The slots of Compiler: text to tokens and message trees.</summary>
internal static unsafe class CompilerSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Compiler")
        .Data("type", vm => vm.Text("Compiler"), "The kind's name.")
        .Eager("tokensForString", "text: Sequence", &Tokens, "A list of objects with name, type, line and character.")
        .Eager("messageForString", "text: Sequence, [label: Sequence]", &Shuffled, "The message tree of a text.")
        .Eager("messageForString2", "text: Sequence, [label: Sequence]", &Unshuffled, "The message tree of a text, operators where they stand.");

    private static Value Tokens(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var text, out var error))
            return error;
        IReadOnlyList<LexedToken> tokens;
        try
        {
            tokens = Parser.Tokens(text.ToText());
        }
        catch (SyntaxException e)
        {
            return vm.Raise($"compile error: {e.Description}", args.Message);
        }
        var list = new ListPayload(tokens.Count);
        foreach (var token in tokens)
        {
            var o = vm.Clone(vm.World.Object);
            vm.Slots.Set(o, vm.Symbols.Intern("name"), vm.Text(token.Name));
            vm.Slots.Set(o, vm.Names.Type, vm.Text(token.Kind.ToString()));
            vm.Slots.Set(o, vm.Symbols.Intern("line"), token.Line);
            vm.Slots.Set(o, vm.Symbols.Intern("character"), token.Character);
            list.Add(o);
        }
        return vm.World.NewList(list);
    }

    private static string Label(Vm vm, in Args args, string otherwise) => args.Get(vm, 1).PayloadAs<Seq>()?.ToText() ?? otherwise;

    private static Value Shuffled(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var text, out var error))
            return error;
        return Source.TryParse(vm, text.ToText(), Label(vm, args, args.Message.Label), args.Message, out var chain) ? vm.Wrap(chain) : vm.Unwind;
    }

    private static Value Unshuffled(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var text, out var error))
            return error;
        return Source.TryParseUnshuffled(vm, text.ToText(), Label(vm, args, ""), args.Message, out var chain) ? vm.Wrap(chain) : vm.Unwind;
    }
}
