using System.Collections.Immutable;
using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>
/// Puts what is assigned once in place of its uses, and removes the assignment: a variable's value; a method's or block's body, with the arguments in place of the
/// parameters, or assigned to them before it.
/// </summary>
internal sealed class Inlining : IReductionPass
{
    private const int MaxCalls = 3;

    private enum Parameters
    {
        Replaced,
        Assigned,
    }

    /// <inheritdoc/>
    public string Name => "inlining";

    /// <inheritdoc/>
    public IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from)
    {
        Definition[] definitions = [.. Definition.Of(program)];
        for (int i = from.Place; i < definitions.Length; i++)
        {
            Definition definition = definitions[i];
            if (definition.Uses.Count == 0) continue;
            if (definition.Function is not { } function) yield return new TreeEdit(Inlined(program, definition, _ => definition.Value), new Cursor(i));
            else if (definition.Uses.Count <= MaxCalls)
            {
                foreach (Parameters how in Enum.GetValues<Parameters>().Take(function.Children.Length > 1 ? 2 : 1))
                {
                    yield return new TreeEdit(Inlined(program, definition, arguments => Body(function, arguments, how)), new Cursor(i));
                }
            }
        }
    }

    private static Syntax Inlined(SyntaxIndex program, Definition definition, Func<ImmutableArray<Syntax>, Syntax> body)
    {
        var replacements = new Dictionary<int, IReadOnlyList<Syntax>> { [definition.Place.Parent] = Rest(program, definition) };
        foreach (Place use in definition.Uses)
        {
            Place chain = program[use.Parent];
            bool isCalled = definition.Function?.Name == "block" && use.Node.IsBare && use.Order + 1 < chain.Node.Children.Length && chain.Node.Children[use.Order + 1].Name == "call";
            Syntax call = isCalled ? chain.Node.Children[use.Order + 1] : use.Node;
            Syntax value = body(call.Children);
            int end = use.Order + (isCalled ? 2 : 1);
            if (definition.Uses.Count == 1 && end == chain.Node.Children.Length)
            {
                replacements[chain.Position] = value.Children;
                continue;
            }

            // The receiver goes: what is inlined is no slot of it any more.
            for (int order = 0; order < end; order++) replacements[program.Child(chain, order)] = [];
            replacements[use.Position] = Grouped(value);
        }

        return program[0].Node.Rewrite(replacements);
    }

    /// <summary>What stays of the statement that assigns: nothing, or the value where one is needed.</summary>
    private static IReadOnlyList<Syntax> Rest(SyntaxIndex program, Definition definition)
    {
        Place block = program[program[definition.Place.Parent].Parent];
        return block.Parent < 0 || block.Node.Children.Length > 1 ? [] : definition.Value.Children;
    }

    private static Syntax Body(Syntax function, ImmutableArray<Syntax> arguments, Parameters how)
    {
        Syntax[] names = [.. function.Children.SkipLast(1).Select(one => one.Single).OfType<Syntax>()];
        Syntax body = function.Children[^1];
        if (how == Parameters.Assigned)
        {
            IEnumerable<Syntax> assignments = names.Select((name, i) =>
                Syntax.Chain([Syntax.Message("setSlot", Syntax.Value(Syntax.Message($"\"{name.Name}\"")), Argument(arguments, i))]));
            return Syntax.Block([.. assignments, .. body.Children]);
        }

        return body.Rewrite((node, _) =>
        {
            int i = node.IsBare ? Array.FindIndex(names, name => name.Name == node.Name) : -1;
            return i < 0 ? null : Grouped(Argument(arguments, i));
        });
    }

    private static Syntax Argument(ImmutableArray<Syntax> arguments, int i) => i < arguments.Length ? arguments[i] : Syntax.Value(Syntax.Message("nil"));

    private static IReadOnlyList<Syntax> Grouped(Syntax block) => block.SingleChain is [var single] && Notation.Precedence(single) is null ? [single] : [Syntax.Message("", block)];
}
