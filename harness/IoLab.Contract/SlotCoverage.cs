using System.Text.Json.Serialization;

namespace IoLab.Contract;

/// <summary>A slot of a proto of the library.</summary>
/// <param name="Proto">The proto's name, such as <c>List</c>.</param>
/// <param name="Slot">The slot's name; the empty name is the grouping by parentheses.</param>
public readonly record struct SlotName(string Proto, string Slot)
{
    /// <summary><c>List append</c>; grouping is <c>Object ()</c>.</summary>
    public override string ToString() => $"{Proto} {(Slot.Length == 0 ? "()" : Slot)}";
}

/// <summary>One row of the coverage table: a slot of the reference, who has it and which cases use it.</summary>
public sealed record SlotRow
{
    /// <summary>The slot.</summary>
    public required SlotName Name { get; init; }
    /// <summary>How much it matters: A commonly used, B used by the reference's own tests, C rare.</summary>
    public required char Tier { get; init; }
    /// <summary>Why it is left out on purpose, or null.</summary>
    public string? LeftOut { get; init; }
    /// <summary>The names of the backends that have it.</summary>
    public required IReadOnlyList<string> Backends { get; init; }
    /// <summary>The ids of the cases that use it, in order.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    /// <summary>Must there be a case?</summary>
    [JsonIgnore]
    public bool IsRequired => LeftOut is null && Tier is 'A' or 'B';
}

/// <summary>The coverage table: slots by cases.</summary>
/// <param name="Backends">Whose slots were looked at.</param>
/// <param name="Rows">The rows, by proto and slot.</param>
public sealed record SlotCoverage(IReadOnlyList<string> Backends, IReadOnlyList<SlotRow> Rows)
{
    /// <summary>Slots that must have a case and have none.</summary>
    [JsonIgnore]
    public IEnumerable<SlotRow> Uncovered => Rows.Where(row => row.IsRequired && row.Cases.Count == 0);

    /// <summary>Slots that are not left out and that some backend lacks.</summary>
    [JsonIgnore]
    public IEnumerable<SlotRow> Missing => Rows.Where(row => row.LeftOut is null && row.Backends.Count < Backends.Count);
}
