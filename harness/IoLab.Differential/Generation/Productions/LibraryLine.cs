using IoLab.Differential.Generation.Code;

namespace IoLab.Differential.Generation.Productions;

/// <summary>Takes a line of <c>Library.txt</c> apart.</summary>
internal sealed class LibraryLine(string line)
{
    private int at;

    /// <summary>The next slot of the line; null at its end.</summary>
    public LibrarySlot? Next(Feature feature, LibraryOperand receiver)
    {
        while (at < line.Length && line[at] == ' ') at++;
        if (at == line.Length) return null;
        bool isPortable = !(line[at] == '!' && line[at + 1] != '=');
        if (!isPortable) at++;
        bool grows = line[at] == '+' && at + 1 < line.Length && char.IsLetter(line[at + 1]);
        if (grows) at++;
        string name = line[at] == '\'' ? Quoted() : Until('(');
        Expect('(');
        var arguments = new List<LibraryOperand>();
        while (line[at] != ')')
        {
            arguments.Add(line[at] == '\'' ? new LibraryOperand(IoType.Any, Quoted()) : new LibraryOperand(LibrarySlots.TypeOf(line[at++]), null));
            if (line[at] == ',') at++;
        }

        Expect(')');
        return new LibrarySlot(feature, receiver, name, arguments, LibrarySlots.TypeOf(line[at++]), grows) { IsPortable = isPortable };
    }

    private string Until(char end)
    {
        int start = at;
        at = line.IndexOf(end, at);
        return line[start..at];
    }

    private string Quoted()
    {
        at++;
        string text = Until('\'');
        at++;
        return text;
    }

    private void Expect(char wanted)
    {
        if (line[at++] != wanted) throw new FormatException($"'{line}': '{wanted}' is needed at {at}");
    }
}
