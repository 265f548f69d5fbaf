using System.Text.Json;
using IoLab.Contract;

namespace IoLab.Cli.Output;

/// <summary>A profile for programs: all of it, the stacks with indexes into one list of frames.</summary>
internal static class ProfileJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Stream output, RunProfile profile, string label, string backend) => JsonOutput.Write(output, "iolab-profile/1", json =>
    {
        var places = new Dictionary<ProfileFrame, int>(ReferenceEqualityComparer.Instance);
        foreach (ProfileFrame frame in profile.Methods.Select(method => method.Frame).Concat(profile.Stacks.SelectMany(stack => stack.Frames)).Concat(profile.Sites.Select(site => site.Method)))
            places.TryAdd(frame, places.Count);

        json.WriteString("program", label);
        json.WriteString("backend", backend);
        json.WriteNumber("instructions", profile.Instructions);
        json.WriteNumber("allocatedBytes", profile.Allocated.Value);
        json.WriteNumber("interval", profile.Interval);
        json.WriteNumber("samples", profile.Samples);
        WriteAll(json, "frames", places.OrderBy(place => place.Value).Select(place => place.Key), frame =>
        {
            json.WriteString("name", frame.Name);
            json.WriteString("label", frame.Label);
            json.WriteNumber("line", frame.Line);
        });
        WriteAll(json, "methods", profile.Methods, method =>
        {
            json.WriteNumber("frame", places[method.Frame]);
            json.WriteNumber("calls", method.Calls);
            json.WriteNumber("instructions", method.Instructions);
            json.WriteNumber("samples", method.Samples);
            json.WriteNumber("allocatedBytes", method.Allocated.Value);
        });
        WriteAll(json, "opcodes", profile.Opcodes, opcode =>
        {
            json.WriteString("instruction", opcode.Name);
            json.WriteNumber("count", opcode.Count);
        });
        WriteAll(json, "pairs", profile.Pairs, pair =>
        {
            json.WriteString("first", pair.First);
            json.WriteString("second", pair.Second);
            json.WriteNumber("adjacent", pair.Adjacent);
            json.WriteNumber("across", pair.Across);
        });
        WriteAll(json, "sites", profile.Sites, site => Write(json, site, places));
        WriteAll(json, "stacks", profile.Stacks, stack =>
        {
            json.WriteStartArray("frames");
            foreach (ProfileFrame frame in stack.Frames) json.WriteNumberValue(places[frame]);
            json.WriteEndArray();
            json.WriteNumber("samples", stack.Samples);
            json.WriteNumber("allocatedBytes", stack.Allocated.Value);
        });
    });

    private static void Write(Utf8JsonWriter json, ProfiledSite site, Dictionary<ProfileFrame, int> places)
    {
        json.WriteNumber("frame", places[site.Method]);
        json.WriteString("label", site.Label);
        json.WriteNumber("line", site.Line);
        json.WriteString("message", site.Message);
        json.WriteString("instruction", site.Instruction);
        json.WriteBoolean("looksUp", site.LooksUp);
        json.WriteNumber("count", site.Count);
        json.WriteNumber("hits", site.Hits);
        json.WriteNumber("searched", site.Searched);
        json.WriteNumber("misses", site.Misses);
        json.WriteNumber("entries", site.Entries);
        json.WriteBoolean("megamorphic", site.IsMegamorphic);
        json.WriteNumber("allocatedBytes", site.Allocated.Value);
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
