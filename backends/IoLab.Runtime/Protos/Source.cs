using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos;

/// <summary>Compiles text at run time, with the operators of the world's <c>OperatorTable</c>.</summary>
public static class Source
{
    /// <summary>Parses and shuffles. False when the text does not compile; an Io exception is then being raised.</summary>
    public static bool TryParse(Vm vm, string text, string label, Message? at, out Message? chain)
    {
        try
        {
            chain = Parser.Parse(text, label, new ParserContext(vm.Symbols, vm.Literals, new WorldOperators(vm), Mutants: vm.Mutants));
            return true;
        }
        catch (SyntaxException e)
        {
            chain = null;
            vm.Raise($"compile error: {e.Description}", at);
            return false;
        }
    }

    /// <summary>Parses and leaves operators where they stand. False as for <see cref="TryParse"/>.</summary>
    public static bool TryParseUnshuffled(Vm vm, string text, string label, Message? at, out Message? chain)
    {
        try
        {
            chain = Parser.ParseUnshuffled(text, label, new ParserContext(vm.Symbols, vm.Literals, null, Mutants: vm.Mutants));
            return true;
        }
        catch (SyntaxException e)
        {
            chain = null;
            vm.Raise($"compile error: {e.Description}", at);
            return false;
        }
    }

    /// <summary>Shuffles the operators of a chain in place. False when they cannot be; an Io exception is then being raised.</summary>
    public static bool TryShuffle(Vm vm, Message chain, Message? at)
    {
        try
        {
            Shuffler.Shuffle(chain, new ParserContext(vm.Symbols, vm.Literals, new WorldOperators(vm), Mutants: vm.Mutants));
            return true;
        }
        catch (SyntaxException e)
        {
            vm.Raise($"compile error: {e.Description}", at);
            return false;
        }
    }

    private sealed class WorldOperators(Vm vm) : IOperatorTable
    {
        private readonly MapPayload? _operators = Table(vm, vm.Names.Operators);
        private readonly MapPayload? _assignments = Table(vm, vm.Names.AssignOperators);

        private static MapPayload? Table(Vm vm, Symbol name) =>
            vm.TryGetSlot(vm.World.Proto("OperatorTable"), name, out var table) ? table.PayloadAs<MapPayload>() : null;

        public int? Precedence(Symbol name)
        {
            if (_operators is null || !_operators.Entries.TryGetValue(name, out var value))
                return null;
            if (value.Ref is not null)
            {
                throw new SyntaxException(
                    $"Value for '{name.Text}' in Message OperatorTable operators is not a number. Values in the OperatorTable operators are numbers which indicate the precedence of the operator.", 0, 0);
            }
            return value.Num is >= 0 and < 32
                ? (int)value.Num
                : throw new SyntaxException($"Precedence for operators must be between 0 and 31. Precedence was {(long)value.Num}.", 0, 0);
        }

        public Symbol? AssignmentMessage(Symbol name)
        {
            if (_assignments is null || !_assignments.Entries.TryGetValue(name, out var value))
                return null;
            return value.PayloadAs<Seq>() is { } text
                ? vm.SymbolOf(text)
                : throw new SyntaxException(
                    $"Value for '{name.Text}' in Message OperatorTable assignOperators is not a symbol. Values in the OperatorTable assignOperators are symbols which are the name of the operator.", 0, 0);
        }
    }
}
