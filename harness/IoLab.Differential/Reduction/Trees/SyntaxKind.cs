namespace IoLab.Differential.Reduction.Trees;

/// <summary>What a node of a program's tree is.</summary>
internal enum SyntaxKind
{
    /// <summary>Statements: a program, or an argument.</summary>
    Block,
    /// <summary>Messages sent one after the other: a statement.</summary>
    Chain,
    /// <summary>A name or literal with its arguments.</summary>
    Message,
}
