namespace IoLab.Differential.Reduction.Trees;

/// <summary>A node with where it stands.</summary>
/// <param name="Position">Its number in pre-order; the root is 0.</param>
/// <param name="Node">The node.</param>
/// <param name="Parent">Its parent's position; -1 for the root.</param>
/// <param name="Order">Which child of its parent it is.</param>
/// <param name="Level">How many blocks it stands in.</param>
internal readonly record struct Place(int Position, Syntax Node, int Parent, int Order, int Level);

/// <summary>All nodes of a tree in pre-order, with their parents.</summary>
internal sealed class SyntaxIndex
{
    private readonly Place[] places;

    /// <summary>Numbers a tree.</summary>
    public SyntaxIndex(Syntax root)
    {
        places = new Place[root.Nodes];
        int next = 0;
        Add(root, -1, 0, 0, ref next);
    }

    /// <summary>How many nodes.</summary>
    public int Count => places.Length;

    /// <summary>The node at a position.</summary>
    public Place this[int position] => places[position];

    /// <summary>The nodes of a kind from a position on.</summary>
    public IEnumerable<Place> Of(SyntaxKind kind, int from = 0) => places.Skip(from).Where(place => place.Node.Kind == kind);

    /// <summary>The position of a node's child.</summary>
    public int Child(Place place, int order)
    {
        int position = place.Position + 1;
        for (int i = 0; i < order; i++) position += place.Node.Children[i].Nodes;
        return position;
    }

    /// <summary>Is a position inside a node, or the node itself?</summary>
    public static bool IsWithin(int position, Place place) => position >= place.Position && position < place.Position + place.Node.Nodes;

    private void Add(Syntax node, int parent, int order, int level, ref int next)
    {
        int position = next++;
        places[position] = new Place(position, node, parent, order, level);
        int inner = node.Kind == SyntaxKind.Block ? level + 1 : level;
        for (int i = 0; i < node.Children.Length; i++) Add(node.Children[i], position, i, inner, ref next);
    }
}
