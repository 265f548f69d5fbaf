using IoLab.Differential.Reduction.Trees;

namespace IoLab.Differential.Reduction;

/// <summary>A program on its way to being small: its text, and the tree of that text in forms that have trees. Ordered by size, see <see cref="IsSmallerThan"/>.</summary>
internal sealed class Variant
{
    private SyntaxIndex? index;

    private Variant(string text, Syntax? tree)
    {
        Text = text;
        Tree = tree;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The tree; null in <see cref="SourceForm.Text"/>.</summary>
    public Syntax? Tree { get; }

    /// <summary>The tree's nodes.</summary>
    public SyntaxIndex Index => index ??= new SyntaxIndex(Tree!);

    /// <summary>A variant without a tree.</summary>
    public static Variant OfText(string text) => new(text, null);

    /// <summary>A tree as it is after being written and read again; null when what is written does not compile.</summary>
    public static Variant? OfTree(Syntax tree, SourceForm form, TreeReader reader)
    {
        string text = new SourceWriter(form).Write(tree);
        return reader.Read(text, form) is { } read ? new Variant(text, read) : null;
    }

    /// <summary>
    /// Fewer messages; of equally many a shorter text; of equally long ones the first in ordinal order. Every accepted step makes a program smaller, so reduction ends.
    /// </summary>
    public bool IsSmallerThan(Variant other)
    {
        int messages = (Tree?.Messages ?? 0).CompareTo(other.Tree?.Messages ?? 0);
        int length = Text.Length.CompareTo(other.Text.Length);
        return messages != 0 ? messages < 0 : length != 0 ? length < 0 : string.CompareOrdinal(Text, other.Text) < 0;
    }
}
