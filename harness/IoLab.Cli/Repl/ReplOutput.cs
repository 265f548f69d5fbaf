using System.Text;
using IoLab.Contract;

namespace IoLab.Cli.Repl;

/// <summary>Standard output of a REPL's session: shown, or caught where the REPL itself asks.</summary>
internal sealed class ReplOutput(Stream shown) : OutputStream
{
    private const int MostOfRow = 400;
    private readonly List<byte> row = [];
    private MemoryStream? caught;

    /// <summary>What stands in the row that is not ended: the prompt of a program that reads a line.</summary>
    public string Row => Encoding.UTF8.GetString([.. row]);

    /// <summary>From now on nothing is shown.</summary>
    public void Catch() => caught = new MemoryStream();

    /// <summary>What came since <see cref="Catch"/>; from now on all is shown again.</summary>
    public string Release()
    {
        string text = Encoding.UTF8.GetString(caught?.ToArray() ?? []);
        caught = null;
        return text;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> bytes)
    {
        (caught ?? shown).Write(bytes);
        if (caught is not null) return;
        int newline = bytes.LastIndexOf((byte)'\n');
        if (newline >= 0 || row.Count > MostOfRow) row.Clear();
        ReadOnlySpan<byte> rest = bytes[(newline + 1)..];
        if (rest.Length <= MostOfRow) row.AddRange(rest);
    }

    /// <summary>The row was ended from outside: a line was typed.</summary>
    public void EndRow() => row.Clear();

    /// <inheritdoc/>
    public override void Flush() => shown.Flush();
}
