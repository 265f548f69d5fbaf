using System.Collections.Frozen;
using System.Text.Json;

namespace IoLab.Differential.Findings;

/// <summary>The names that Io's library has: protos and their slots, as <c>conformance/slots.json</c> lists them. All other names in a program are its own.</summary>
internal static class LibraryNames
{
    private static readonly Lazy<FrozenSet<string>> Names = new(Read);

    /// <summary>Is this a name of the library? One letter is not: points have slots of such names, and so have the variables of everybody.</summary>
    public static bool Has(string name) => !(name.Length == 1 && char.IsAsciiLetter(name[0])) && Names.Value.Contains(name);

    private static FrozenSet<string> Read()
    {
        using Stream stream = typeof(LibraryNames).Assembly.GetManifestResourceStream("slots.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("protos").EnumerateObject()
            .SelectMany(proto => proto.Value.EnumerateObject()
                .Where(member => member.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(tier => tier.Value.EnumerateArray()).Select(slot => slot.GetString()!).Append(proto.Name))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
