using IoLab.Differential.Generation.Code;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Reads <c>Library.txt</c>.</summary>
internal static class LibrarySlots
{
    private const string Resource = "IoLab.Differential.Generation.Library.txt";

    /// <summary>All slots of the file.</summary>
    public static IReadOnlyList<LibrarySlot> All { get; } = Read();

    private static List<LibrarySlot> Read()
    {
        using Stream stream = typeof(LibrarySlots).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var slots = new List<LibrarySlot>();
        Feature feature = default;
        LibraryOperand receiver = default;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[')
            {
                string[] words = line[1..^1].Split(' ', 2);
                feature = Enum.Parse<Feature>(words[0]);
                receiver = words[1][0] == '=' ? new LibraryOperand(IoType.Any, words[1][1..]) : new LibraryOperand(Enum.Parse<IoType>(words[1]), null);
                continue;
            }

            var text = new LibraryLine(line);
            while (text.Next(feature, receiver) is { } slot) slots.Add(slot);
        }

        return slots;
    }

    /// <summary>The type of a letter.</summary>
    public static IoType TypeOf(char letter) => letter switch
    {
        'n' => IoType.Number,
        'c' => IoType.Count,
        'f' => IoType.Boolean,
        't' => IoType.Text,
        'b' => IoType.Buffer,
        'v' => IoType.Vector,
        'N' => IoType.Numbers,
        'L' => IoType.List,
        'M' => IoType.Map,
        'k' => IoType.Block,
        'm' => IoType.Message,
        'o' => IoType.Object,
        'd' => IoType.Date,
        'D' => IoType.Duration,
        'e' => IoType.Exception,
        'x' => IoType.Scalar,
        'a' or '~' => IoType.Any,
        _ => throw new FormatException($"'{letter}' is no type in {Resource}"),
    };
}
