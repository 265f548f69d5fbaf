using System.Text.Encodings.Web;
using System.Text.Json;

namespace IoLab.Cli.Output;

/// <summary>Writes results for programs: one object, its schema first, then a newline.</summary>
internal static class JsonOutput
{
    /// <summary>Writes an object; <paramref name="content"/> adds what follows the schema.</summary>
    public static void Write(Stream output, string schema, Action<Utf8JsonWriter> content)
    {
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(output, options))
        {
            json.WriteStartObject();
            json.WriteString("schema", schema);
            content(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        output.Flush();
    }

    /// <summary>A number, or null where JSON has none (infinities, not-a-number).</summary>
    public static void WriteFinite(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }
}
