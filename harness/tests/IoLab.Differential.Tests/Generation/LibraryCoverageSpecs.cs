using System.Text.RegularExpressions;
using IoLab.Differential.Generation;
using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Productions;
using IoLab.Harness.Coverage;

namespace IoLab.Differential.Tests.Generation;

/// <summary>What of the library generated programs call, and why not the rest: <c>LibraryLeftOut.txt</c>.</summary>
public partial class LibraryCoverageSpecs
{
    private const string LeftOutResource = "LibraryLeftOut.txt";
    private const string Made = "made: the productions write it themselves";
    private const string Everything = "*";
    private const int Programs = 4_000;

    private static readonly Dictionary<IoType, string[]> Protos = new()
    {
        [IoType.Number] = ["Number"], [IoType.Count] = ["Number"], [IoType.Boolean] = ["nil", "true", "false"], [IoType.Text] = ["Sequence"], [IoType.Buffer] = ["Sequence"],
        [IoType.Vector] = ["Sequence"], [IoType.Numbers] = ["List"], [IoType.List] = ["List"], [IoType.Map] = ["Map"], [IoType.Block] = ["Block"], [IoType.Message] = ["Message"],
        [IoType.Scalar] = ["Object"], [IoType.Object] = ["Object"], [IoType.Exception] = ["Exception"], [IoType.Coroutine] = ["Coroutine"], [IoType.Duration] = ["Duration"], [IoType.Date] = ["Date"],
    };

    private static readonly HashSet<(string Proto, string Slot)> Slots = [.. Catalogue()];
    private static readonly HashSet<(string Proto, string Slot)> Listed = [.. LibrarySlots.All.SelectMany(Called)];
    private static readonly List<(string Reason, string Proto, string Slot)> LeftOut = [.. Excluded()];

    [Test]
    public void Every_slot_in_use_is_called_or_left_out_for_a_reason()
    {
        List<(string Proto, string Slot)> missing = [.. Slots.Except(Listed).Except(LeftOut.Select(one => (one.Proto, one.Slot)))];
        Assert.That(missing, Is.Empty, string.Join('\n', missing.GroupBy(slot => slot.Proto).Select(proto => $"{proto.Key}: {string.Join(' ', proto.Select(slot => slot.Slot))}")));
    }

    [Test]
    public void What_is_left_out_is_in_use_and_not_called() => Assert.Multiple(() =>
    {
        Assert.That(LeftOut.Select(one => (one.Proto, one.Slot)).Except(Slots), Is.Empty, "in no tier A or B");
        Assert.That(LeftOut.Select(one => (one.Proto, one.Slot)).Intersect(Listed), Is.Empty, "in Library.txt");
        Assert.That(LeftOut.Select(one => (one.Proto, one.Slot)), Is.Unique);
        Assert.That(LeftOut.Where(one => one.Reason.Length == 0), Is.Empty, "without a reason");
    });

    [Test]
    public void What_the_productions_are_said_to_make_is_in_programs()
    {
        var generator = new ProgramGenerator();
        var words = new HashSet<string>();
        for (ulong i = 0; i < Programs; i++)
        {
            foreach (Match word in Word().Matches(generator.Create(ProgramSeed.NumberOf(4, i), FeatureWeights.Even).Source)) words.Add(word.Value);
        }

        Assert.That(LeftOut.Where(one => one.Reason == Made && !words.Contains(one.Slot)), Is.Empty);
    }

    private static IEnumerable<(string, string)> Catalogue()
    {
        string root = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(root, "IoLab.sln"))) root = Path.GetDirectoryName(root)!;
        return SlotCatalogue.Load(Path.Combine(root, "conformance/slots.json")).Slots.Where(slot => slot.Tier is 'A' or 'B').Select(slot => (slot.Name.Proto, slot.Name.Slot));
    }

    /// <summary>The slots that a line of Library.txt calls: of a receiver's protos, each word of what is sent.</summary>
    private static IEnumerable<(string, string)> Called(LibrarySlot slot)
    {
        string[] protos = slot.Receiver.Text is { } text ? [text.Contains("getSlot", StringComparison.Ordinal) ? "CFunction" : text] : Protos[slot.Receiver.Type];
        return protos.SelectMany(proto => Word().Matches(slot.Name).Select(word => (proto, word.Value))).Where(Slots.Contains);
    }

    /// <summary>Sections that begin with a reason in brackets; below it lines with a proto and its slots, or a star for all that are not called.</summary>
    private static IEnumerable<(string Reason, string Proto, string Slot)> Excluded()
    {
        using var reader = new StreamReader(typeof(LibraryCoverageSpecs).Assembly.GetManifestResourceStream(LeftOutResource)!);
        string reason = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[')) reason = line[1..line.IndexOf(']', StringComparison.Ordinal)];
            if (line.Length == 0 || line[0] is '#' or '[') continue;
            string[] parts = line.Split(": ", 2);
            IEnumerable<string> slots = parts[1] == Everything ? Slots.Where(slot => slot.Proto == parts[0] && !Listed.Contains(slot)).Select(slot => slot.Slot) : parts[1].Split(' ');
            foreach (string slot in slots) yield return (reason, parts[0], slot == "EMPTY" ? "" : slot);
        }
    }

    [GeneratedRegex(@"[A-Za-z_]\w*|[-+*/%<>=!&|^~?@.:]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
