namespace IoLab.Differential.Reduction.Trees;

/// <summary>As what a program is reduced. The first in which it is still interesting is taken.</summary>
internal enum SourceForm
{
    /// <summary>The tree that is evaluated, written with operators between their operands and a line to a statement.</summary>
    Infix,
    /// <summary>The tree before operators are shuffled: for what depends on how operators stand in the text.</summary>
    Flat,
    /// <summary>Lines and tokens: for what does not parse, or depends on its layout.</summary>
    Text,
}
