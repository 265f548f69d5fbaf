using System.Text.Json;
using IoLab.Contract;

namespace IoLab.Cli.Output;

/// <summary>
/// A profile in speedscope's file format (https://www.speedscope.app/file-format-schema.json): two sampled profiles that share their frames, one weighed by instructions and one by allocated bytes.
/// </summary>
internal static class SpeedscopeFile
{
    /// <summary>Writes it.</summary>
    public static void Write(Stream output, RunProfile profile, string name)
    {
        var places = new Dictionary<ProfileFrame, int>(ReferenceEqualityComparer.Instance);
        foreach (ProfileFrame frame in profile.Stacks.SelectMany(stack => stack.Frames)) places.TryAdd(frame, places.Count);

        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("$schema", "https://www.speedscope.app/file-format-schema.json");
        json.WriteString("exporter", "iolab");
        json.WriteString("name", name);
        json.WriteNumber("activeProfileIndex", 0);
        json.WriteStartObject("shared");
        json.WriteStartArray("frames");
        foreach (ProfileFrame frame in places.OrderBy(place => place.Value).Select(place => place.Key)) Write(json, frame);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("profiles");
        Write(json, "instructions", "none", profile.Stacks, places, stack => stack.Samples * profile.Interval);
        Write(json, "allocated bytes", "bytes", [.. profile.Stacks.Where(stack => stack.Allocated.Value > 0)], places, stack => stack.Allocated.Value);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProfileFrame frame)
    {
        json.WriteStartObject();
        json.WriteString("name", frame.Name);
        if (frame.Label.Length > 0)
        {
            json.WriteString("file", frame.Label);
            json.WriteNumber("line", frame.Line);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string unit, IReadOnlyList<SampledStack> stacks, Dictionary<ProfileFrame, int> places, Func<SampledStack, long> weight)
    {
        json.WriteStartObject();
        json.WriteString("type", "sampled");
        json.WriteString("name", name);
        json.WriteString("unit", unit);
        json.WriteNumber("startValue", 0);
        json.WriteNumber("endValue", stacks.Sum(weight));
        json.WriteStartArray("samples");
        foreach (SampledStack stack in stacks)
        {
            json.WriteStartArray();
            foreach (ProfileFrame frame in stack.Frames) json.WriteNumberValue(places[frame]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("weights");
        foreach (SampledStack stack in stacks) json.WriteNumberValue(weight(stack));
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
