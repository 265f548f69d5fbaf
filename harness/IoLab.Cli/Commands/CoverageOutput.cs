using System.Text.Json;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;

namespace IoLab.Cli.Commands;

/// <summary>How the coverage table of <c>iolab conform --coverage</c> is written.</summary>
internal static class CoverageOutput
{
    private const int CasesShown = 3;

    /// <summary>For people: a row per slot, a row per proto, then what lacks.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="coverage">The table.</param>
    /// <param name="isWhole">Did the whole corpus run? Otherwise only slots that the chosen cases use are shown.</param>
    public static void WriteText(CliHost host, SlotCoverage coverage, bool isWhole)
    {
        SlotRow[] shown = [.. coverage.Rows.Where(row => isWhole || row.Cases.Count > 0)];
        WriteSlots(host, coverage.Backends, shown);
        host.Out.WriteLine();
        if (!isWhole) return;
        WriteProtos(host, coverage);
        host.Out.WriteLine();
        WriteLacking(host, "slots that some backend lacks", coverage.Missing);
        WriteLacking(host, "slots of tiers A and B without a case", coverage.Uncovered);
    }

    /// <summary>For programs: the member <c>coverage</c>.</summary>
    public static void WriteJson(Utf8JsonWriter json, SlotCoverage coverage)
    {
        json.WriteStartObject("coverage");
        WriteStrings(json, "uncovered", coverage.Uncovered.Select(row => row.Name.ToString()));
        json.WriteStartArray("slots");
        foreach (SlotRow row in coverage.Rows)
        {
            json.WriteStartObject();
            json.WriteString("proto", row.Name.Proto);
            json.WriteString("slot", row.Name.Slot);
            json.WriteString("tier", row.Tier.ToString());
            json.WriteString("leftOut", row.LeftOut);
            WriteStrings(json, "backends", row.Backends);
            WriteStrings(json, "cases", row.Cases);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteSlots(CliHost host, IReadOnlyList<string> backends, IReadOnlyList<SlotRow> rows)
    {
        var table = new ConsoleTable(["slot", "tier", .. backends, ">cases", "such as"]);
        foreach (SlotRow row in rows)
        {
            Cell count = row.Cases.Count > 0 ? row.Cases.Count.ToString() : row.IsRequired ? Cell.Bad("none") : Cell.Quiet("none");
            table.Add([row.Name.ToString(), row.Tier.ToString(), .. backends.Select(backend => Has(row, backend)), count, Examples(row)]);
        }

        table.Write(host);
    }

    private static Cell Has(SlotRow row, string backend) =>
        row.Backends.Contains(backend) ? "yes" : row.LeftOut is null ? Cell.Bad("no") : Cell.Quiet("left out");

    private static string Examples(SlotRow row) => row.Cases.Count == 0 ? row.LeftOut ?? "" : string.Join(", ", row.Cases.Take(CasesShown));

    private static void WriteProtos(CliHost host, SlotCoverage coverage)
    {
        var table = new ConsoleTable("proto", ">slots", ">A", ">B", ">C", ">left out");
        foreach (IGrouping<string, SlotRow> proto in coverage.Rows.GroupBy(row => row.Name.Proto)) table.Add(Sums(proto.Key, [.. proto]));
        table.Add(Sums("all", coverage.Rows));
        table.Write(host);
    }

    private static Cell[] Sums(string name, IReadOnlyList<SlotRow> rows) =>
        [name, rows.Count.ToString(), Covered(rows, 'A'), Covered(rows, 'B'), Covered(rows, 'C'), rows.Count(row => row.LeftOut is not null).ToString()];

    /// <summary>Slots with a case, of all that are not left out.</summary>
    private static Cell Covered(IReadOnlyList<SlotRow> rows, char tier)
    {
        SlotRow[] own = [.. rows.Where(row => row.Tier == tier && row.LeftOut is null)];
        int covered = own.Count(row => row.Cases.Count > 0);
        string text = own.Length == 0 ? "" : $"{covered} of {own.Length}";
        return covered == own.Length || tier == 'C' ? text : Cell.Bad(text);
    }

    private static void WriteLacking(CliHost host, string what, IEnumerable<SlotRow> rows)
    {
        string[] names = [.. rows.Select(row => row.Name.ToString())];
        host.Out.WriteLine(names.Length == 0 ? $"no {what}" : $"{names.Length} {what}: {string.Join(", ", names)}");
    }
}
