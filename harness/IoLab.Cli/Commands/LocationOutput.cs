using System.Text.Json;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Differential.Localisation;

namespace IoLab.Cli.Commands;

/// <summary>How the first differing event of two traces is written.</summary>
internal static class LocationOutput
{
    /// <summary>For people: what both sides share before the difference, then what each did; left <c>-</c>, right <c>+</c>.</summary>
    public static void WriteText(TextWriter output, Location location)
    {
        output.WriteLine($"    {Describe(location)}");
        if (location.Index is not { } index) return;
        foreach (TraceEvent happened in location.Left.Around.Where(happened => happened.Index < index)) output.WriteLine($"      {TraceLines.Of(happened)}");
        WriteSide(output, '-', location.Left, index);
        WriteSide(output, '+', location.Right, index);
    }

    /// <summary>For programs, as the property <c>location</c>.</summary>
    public static void WriteJson(Utf8JsonWriter json, Location location)
    {
        json.WriteStartObject("location");
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(location.Kind.ToString()));
        if (location.Index is { } index) json.WriteNumber("event", index);
        json.WriteNumber("runs", location.Runs);
        json.WriteString("detail", location.Detail);
        WriteSide(json, "left", location.Left);
        WriteSide(json, "right", location.Right);
        json.WriteEndObject();
    }

    private static string Describe(Location location)
    {
        (LocatedSide left, LocatedSide right) = (location.Left, location.Right);
        string runs = $"found in {location.Runs} runs";
        return location.Kind switch
        {
            LocationKind.Same => $"the traces are equal: {left.Events:N0} events",
            LocationKind.Differs => $"first differing event: {location.Index:N0} of {left.Events:N0} ({left.Backend}) and {right.Events:N0} ({right.Backend}), {runs}",
            LocationKind.LeftEnds => $"the trace of {left.Backend} ends after {left.Events:N0} events ({left.Outcome}), that of {right.Backend} goes on to {right.Events:N0}; {runs}",
            LocationKind.RightEnds => $"the trace of {right.Backend} ends after {right.Events:N0} events ({right.Outcome}), that of {left.Backend} goes on to {left.Events:N0}; {runs}",
            LocationKind.Unreproducible => $"the program is not reproducible: {location.Detail}",
            _ => $"not located: {location.Detail}",
        };
    }

    private static void WriteSide(TextWriter output, char sign, LocatedSide side, long index)
    {
        if (side.At(index) is null) output.WriteLine($"    {sign} {index,9}  (end of the trace of {side.Backend})");
        foreach (TraceEvent happened in side.Around.Where(happened => happened.Index >= index)) output.WriteLine($"    {sign} {TraceLines.Of(happened)}");
    }

    private static void WriteSide(Utf8JsonWriter json, string name, LocatedSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("backend", side.Backend);
        json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(side.Outcome.ToString()));
        json.WriteNumber("events", side.Events);
        json.WriteStartArray("around");
        foreach (TraceEvent happened in side.Around)
        {
            json.WriteStartObject();
            json.WriteNumber("event", happened.Index);
            json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(happened.Kind.ToString()));
            json.WriteString("subject", happened.Subject);
            json.WriteString("name", happened.Name);
            json.WriteString("value", happened.Value);
            json.WriteString("location", happened.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
