using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IoLab.Contract;

namespace IoLab.Differential.Campaigns;

/// <summary>
/// A journal's lines: position, features (hexadecimal), outcome, lines, messages, steps, new edges (hexadecimal, commas), sighting (JSON), checksum;
/// separated by tabs, a dash for nothing. The checksum tells a whole line from a torn or damaged one.
/// </summary>
internal static class LaneRecordFormat
{
    private const int Fields = 9;
    private const string Nothing = "-";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The line of a record, with its newline.</summary>
    public static string Write(LaneRecord record)
    {
        var line = new StringBuilder(96);
        line.Append(CultureInfo.InvariantCulture, $"{record.Position}\t{record.Features:x}\t{record.Outcome}\t{record.Lines}\t{record.Messages}\t{record.Steps}\t");
        if (record.NewEdges.Count == 0) line.Append(Nothing);
        for (int i = 0; i < record.NewEdges.Count; i++) line.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{record.NewEdges[i]:x}");
        line.Append('\t').Append(record.Sighting is { } sighting ? JsonSerializer.Serialize(sighting, Json) : Nothing).Append('\t');
        return line.Append(Checksum(line.ToString())).Append('\n').ToString();
    }

    /// <summary>The record of a line without its newline; null when it is no whole line.</summary>
    public static LaneRecord? Read(string line)
    {
        int end = line.LastIndexOf('\t') + 1;
        string[] fields = line.Split('\t');
        if (fields.Length != Fields || fields[^1] != Checksum(line[..end])) return null;

        try
        {
            return new LaneRecord
            {
                Position = long.Parse(fields[0], CultureInfo.InvariantCulture),
                Features = ulong.Parse(fields[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                Outcome = Enum.Parse<Outcome>(fields[2]),
                Lines = int.Parse(fields[3], CultureInfo.InvariantCulture),
                Messages = int.Parse(fields[4], CultureInfo.InvariantCulture),
                Steps = long.Parse(fields[5], CultureInfo.InvariantCulture),
                NewEdges = fields[6] == Nothing ? [] : [.. fields[6].Split(',').Select(edge => uint.Parse(edge, NumberStyles.HexNumber, CultureInfo.InvariantCulture))],
                Sighting = fields[7] == Nothing ? null : JsonSerializer.Deserialize<Sighting>(fields[7], Json),
            };
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or JsonException)
        {
            return null;
        }
    }

    /// <summary>FNV-1a over the characters.</summary>
    private static string Checksum(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text) hash = (hash ^ c) * 16777619;
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
