using System.Text.Json;
using IoLab.Contract;

namespace IoLab.Harness.Coverage;

/// <summary>One slot of the reference.</summary>
/// <param name="Name">The slot.</param>
/// <param name="Tier">A commonly used, B used by the reference's own tests, C rare.</param>
/// <param name="LeftOut">Why we leave it out, or null.</param>
public sealed record CataloguedSlot(SlotName Name, char Tier, string? LeftOut);

/// <summary>The slots of the reference's protos, from <c>conformance/slots.json</c>.</summary>
/// <param name="Slots">The slots, ordered by proto and name.</param>
public sealed record SlotCatalogue(IReadOnlyList<CataloguedSlot> Slots)
{
    private const string Tiers = "ABC";

    /// <summary>Reads the file.</summary>
    /// <exception cref="HarnessException">It is missing or malformed, lists a slot twice or leaves out one that it does not list.</exception>
    public static SlotCatalogue Load(string filePath)
    {
        if (!File.Exists(filePath)) throw new HarnessException($"no list of slots at {filePath}");
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(filePath));
            return new SlotCatalogue([.. document.RootElement.GetProperty("protos").EnumerateObject().SelectMany(ReadProto)
                .OrderBy(slot => slot.Name.Proto, StringComparer.Ordinal).ThenBy(slot => slot.Name.Slot, StringComparer.Ordinal)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new HarnessException($"{filePath}: {e.Message}", e);
        }
    }

    private static IEnumerable<CataloguedSlot> ReadProto(JsonProperty proto)
    {
        var tiers = new Dictionary<string, char>(StringComparer.Ordinal);
        var leftOut = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty member in proto.Value.EnumerateObject())
        {
            if (member.Name == "leftOut")
            {
                foreach (JsonProperty slot in member.Value.EnumerateObject()) leftOut.Add(slot.Name, slot.Value.GetString()!);
                continue;
            }

            char tier = member.Name.Length == 1 && Tiers.Contains(member.Name[0], StringComparison.Ordinal)
                ? member.Name[0]
                : throw new FormatException($"{proto.Name}: '{member.Name}' is neither a tier ({string.Join(", ", Tiers.ToCharArray())}) nor leftOut");
            foreach (JsonElement slot in member.Value.EnumerateArray())
            {
                if (!tiers.TryAdd(slot.GetString()!, tier)) throw new FormatException($"{proto.Name} {slot.GetString()} is listed twice");
            }
        }

        return leftOut.Keys.FirstOrDefault(slot => !tiers.ContainsKey(slot)) is { } unknown
            ? throw new FormatException($"{proto.Name} {unknown} is left out but is in no tier")
            : tiers.Select(slot => new CataloguedSlot(new SlotName(proto.Name, slot.Key), slot.Value, leftOut.GetValueOrDefault(slot.Key)));
    }
}
