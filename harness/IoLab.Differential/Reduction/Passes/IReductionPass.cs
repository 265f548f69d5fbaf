using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction.Passes;

/// <summary>One way of making trees smaller.</summary>
internal interface IReductionPass
{
    /// <summary>A word or two for progress.</summary>
    string Name { get; }

    /// <summary>The steps it proposes, in the order in which they are tried; the same for the same tree and cursor. Steps that make nothing smaller are ignored.</summary>
    IEnumerable<TreeEdit> Propose(SyntaxIndex program, Cursor from);
}

/// <summary>A step that a pass over trees proposes.</summary>
/// <param name="Tree">The tree after it.</param>
/// <param name="Next">Where the pass goes on in that tree if the step is accepted.</param>
internal readonly record struct TreeEdit(Syntax Tree, Cursor Next);
