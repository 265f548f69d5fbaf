using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IoLab.Differential.Findings;

/// <summary>A finding as JSON: one object whose first field is its schema.</summary>
public static class FindingFormat
{
    /// <summary>The schema and its version.</summary>
    public const string Schema = "iolab-finding/1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a finding. <see cref="Read"/> reads it back equal.</summary>
    public static string Write(Finding finding)
    {
        JsonObject body = JsonSerializer.SerializeToNode(finding, Options)!.AsObject();
        body.Insert(0, "schema", Schema);
        body.Insert(1, "id", finding.Id);
        return body.ToJsonString(Options) + "\n";
    }

    /// <summary>Reads a finding.</summary>
    /// <exception cref="FormatException">It is none, or of another version.</exception>
    public static Finding Read(string json)
    {
        try
        {
            JsonObject body = JsonNode.Parse(json)?.AsObject() ?? throw new FormatException("there is no finding in it");
            string? schema = (string?)body["schema"];
            if (schema != Schema) throw new FormatException($"it is of schema {schema ?? "unknown"}, not {Schema}");
            string? id = (string?)body["id"];
            body.Remove("schema");
            body.Remove("id");
            Finding finding = body.Deserialize<Finding>(Options) ?? throw new FormatException("there is no finding in it");
            return finding.Id == id ? finding : throw new FormatException($"its id is {id}, and its signature's {finding.Id}");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>A program's record as text, to order those that are otherwise equal.</summary>
    internal static string Text(FindingProgram program) => JsonSerializer.Serialize(program, Options);
}
