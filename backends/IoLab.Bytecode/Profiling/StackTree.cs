using IoLab.Contract;

namespace IoLab.Bytecode.Profiling;

/// <summary>The stacks that were met, those with the same beginning sharing it.</summary>
internal sealed class StackTree
{
    private readonly Node _root = new(null);

    /// <summary>How many samples there are.</summary>
    public long Samples { get; private set; }

    /// <summary>Adds a sample.</summary>
    /// <param name="frames">The stack, the outermost frame first.</param>
    /// <param name="bytes">What was allocated since the sample before it.</param>
    public void Add(List<ProfileFrame> frames, long bytes)
    {
        var node = _root;
        foreach (var frame in frames)
            node = node.Child(frame);
        node.Samples++;
        node.Bytes += bytes;
        Samples++;
    }

    /// <summary>All stacks, frames in the order in which they were met first.</summary>
    public IReadOnlyList<SampledStack> Read()
    {
        var stacks = new List<SampledStack>();
        Read(_root, [], stacks);
        return stacks;
    }

    // Recursion is as deep as stacks are, which StackReader bounds.
    private static void Read(Node node, List<ProfileFrame> path, List<SampledStack> stacks)
    {
        if (node.Samples > 0)
            stacks.Add(new SampledStack([.. path], node.Samples, new Bytes(node.Bytes)));
        foreach (var child in node.Children)
        {
            path.Add(child.Frame!);
            Read(child, path, stacks);
            path.RemoveAt(path.Count - 1);
        }
    }

    private sealed class Node(ProfileFrame? frame)
    {
        private Dictionary<ProfileFrame, Node>? _byFrame;

        public ProfileFrame? Frame { get; } = frame;
        public long Samples { get; set; }
        public long Bytes { get; set; }
        public List<Node> Children { get; } = [];

        public Node Child(ProfileFrame frame)
        {
            _byFrame ??= new Dictionary<ProfileFrame, Node>(ReferenceEqualityComparer.Instance);
            if (!_byFrame.TryGetValue(frame, out var child))
            {
                _byFrame[frame] = child = new Node(frame);
                Children.Add(child);
            }
            return child;
        }
    }
}
