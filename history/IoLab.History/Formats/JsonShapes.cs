using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IoLab.Contract;

namespace IoLab.History.Formats;

/// <summary>How the contract's records look as JSON: camel case, sizes as plain numbers, enums by name, numbers that read back exactly.</summary>
internal static class JsonShapes
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // files for people and programs; never pasted into HTML
        Converters = { new BytesConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new SampleConverter() },
    };

    private sealed class BytesConverter : JsonConverter<Bytes>
    {
        public override Bytes Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Bytes value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    /// <summary>A sample is a row: [invocation, round, order, iterations, value] and the anchor when there is one.</summary>
    private sealed class SampleConverter : JsonConverter<StoredSample>
    {
        public override StoredSample Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            double[] row = JsonSerializer.Deserialize<double[]>(ref reader) ?? [];
            if (row.Length is not (5 or 6))
            {
                throw new JsonException($"a sample has 5 or 6 numbers (invocation, round, order, iterations, value, anchor); this one has {row.Length}");
            }
            return new StoredSample((int)row[0], (int)row[1], (int)row[2], (long)row[3], row[4], row.Length == 6 ? row[5] : null);
        }

        public override void Write(Utf8JsonWriter writer, StoredSample value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Invocation);
            writer.WriteNumberValue(value.Round);
            writer.WriteNumberValue(value.Order);
            writer.WriteNumberValue(value.Iterations);
            writer.WriteNumberValue(value.Value);
            if (value.Anchor is { } anchor)
            {
                writer.WriteNumberValue(anchor);
            }
            writer.WriteEndArray();
        }
    }
}
