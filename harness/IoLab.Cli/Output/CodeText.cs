using System.Globalization;
using System.Text;
using System.Text.Json;
using IoLab.Contract;

namespace IoLab.Cli.Output;

/// <summary>Compiled code as text, a line per instruction, and for programs.</summary>
internal static class CodeText
{
    /// <summary>Listings with an empty line between them.</summary>
    public static string Of(IReadOnlyList<CodeListing> listings) => string.Join('\n', listings.Select(Of));

    /// <summary>A listing: what it is, then place, instruction, operands, line of the source and the message it was made from.</summary>
    public static string Of(CodeListing listing)
    {
        var text = new StringBuilder();
        string position = listing.Label.Length == 0 ? "" : $", {listing.Label}:{listing.Line}";
        text.Append(CultureInfo.InvariantCulture, $"{listing.Title}{position}, {listing.Registers} registers\n");
        int instruction = Width(listing.Lines.Select(line => line.Instruction)), operands = Width(listing.Lines.Select(OperandsOf));
        foreach (CodeLine line in listing.Lines)
        {
            string lineNumber = line.Line == 0 ? "" : line.Line.ToString(CultureInfo.InvariantCulture);
            text.Append($"{line.Place,6}  {line.Instruction.PadRight(instruction)}  {OperandsOf(line).PadRight(operands)}  {lineNumber,4}  {line.Source}".TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Adds the listings to an object, as the array <c>code</c>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<CodeListing> listings)
    {
        json.WriteStartArray("code");
        foreach (CodeListing listing in listings)
        {
            json.WriteStartObject();
            json.WriteString("title", listing.Title);
            json.WriteString("label", listing.Label);
            json.WriteNumber("line", listing.Line);
            json.WriteNumber("registers", listing.Registers);
            json.WriteStartArray("locals");
            foreach (CodeLocal local in listing.Locals)
            {
                json.WriteStartObject();
                json.WriteNumber("register", local.Register);
                json.WriteString("name", local.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("instructions");
            foreach (CodeLine line in listing.Lines) Write(json, line);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, CodeLine line)
    {
        json.WriteStartObject();
        json.WriteNumber("place", line.Place);
        json.WriteString("instruction", line.Instruction);
        json.WriteStartArray("operands");
        foreach (string operand in line.Operands) json.WriteStringValue(operand);
        json.WriteEndArray();
        json.WriteNumber("line", line.Line);
        json.WriteString("source", line.Source);
        json.WriteEndObject();
    }

    private static string OperandsOf(CodeLine line) => string.Join(' ', line.Operands);

    private static int Width(IEnumerable<string> texts) => texts.Select(text => text.Length).DefaultIfEmpty().Max();
}
