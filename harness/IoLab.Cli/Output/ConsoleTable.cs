using IoLab.Cli.Host;
using Spectre.Console;

namespace IoLab.Cli.Output;

/// <summary>A cell's text and what it means for the reader.</summary>
internal readonly record struct Cell(string Text, CellTone Tone)
{
    /// <summary>Neither good nor bad.</summary>
    public static implicit operator Cell(string text) => new(text, CellTone.Plain);
    /// <summary>Good news.</summary>
    public static Cell Good(string text) => new(text, CellTone.Good);
    /// <summary>Bad news.</summary>
    public static Cell Bad(string text) => new(text, CellTone.Bad);
    /// <summary>Worth a look.</summary>
    public static Cell Doubtful(string text) => new(text, CellTone.Doubtful);
    /// <summary>Beside the point.</summary>
    public static Cell Quiet(string text) => new(text, CellTone.Quiet);
}

/// <summary>How a cell is coloured where colour is wanted.</summary>
internal enum CellTone
{
    /// <summary>Not.</summary>
    Plain,
    /// <summary>Green.</summary>
    Good,
    /// <summary>Red.</summary>
    Bad,
    /// <summary>Yellow.</summary>
    Doubtful,
    /// <summary>Grey.</summary>
    Quiet,
}

/// <summary>A table on standard output. Columns whose head begins with <c>&gt;</c> are aligned to the right.</summary>
internal sealed class ConsoleTable
{
    private const int WidthWithoutTerminal = 200;
    /// <summary>What a column takes beside its text, at most.</summary>
    private const int Spacing = 3;
    /// <summary>What a column that wraps needs to be read.</summary>
    private const int LeastWrapped = 30;
    private readonly Table table = new Table().Border(TableBorder.Simple);
    private readonly int[] widths;

    /// <summary>Makes a table; the last column wraps, and columns made narrow do.</summary>
    public ConsoleTable(params string[] heads)
    {
        foreach (string head in heads)
        {
            var column = new TableColumn(Markup.Escape(head.TrimStart('>'))).PadLeft(0);
            if (head.StartsWith('>')) column.RightAligned();
            table.AddColumn(column);
        }

        for (int i = 0; i < heads.Length - 1; i++) table.Columns[i].NoWrap();
        widths = [.. heads.Select(head => head.TrimStart('>').Length)];
    }

    /// <summary>How wide it must be for everything to be there: where there is less room, columns would be left out.</summary>
    private int Needed => table.Columns.Select((column, i) => (column.NoWrap ? widths[i] : column.Width ?? LeastWrapped) + Spacing).Sum();

    /// <summary>Lets a column wrap at a width.</summary>
    public ConsoleTable Narrow(int column, int width)
    {
        table.Columns[column].Width = width;
        table.Columns[column].NoWrap = false;
        return this;
    }

    /// <summary>Adds a row.</summary>
    public void Add(params Cell[] cells)
    {
        for (int i = 0; i < cells.Length; i++) widths[i] = Math.Max(widths[i], cells[i].Text.Length);
        table.AddRow(cells.Select(cell => new Spectre.Console.Text(cell.Text, StyleOf(cell.Tone))));
    }

    /// <summary>Writes the table without blanks around it; without colour and unwrapped when it does not go to a terminal.</summary>
    public void Write(CliHost host)
    {
        using var text = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = Consoles.Create(text, host.IsOutputTerminal, host.UsesColour);
        console.Profile.Width = Math.Max(Needed, host.IsOutputTerminal ? Console.WindowWidth : WidthWithoutTerminal);
        console.Write(table);
        foreach (string line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)) host.Out.WriteLine(line);
    }

    private static Style StyleOf(CellTone tone) => tone switch
    {
        CellTone.Good => new Style(Color.Green),
        CellTone.Bad => new Style(Color.Red),
        CellTone.Doubtful => new Style(Color.Yellow),
        CellTone.Quiet => new Style(Color.Grey),
        _ => Style.Plain,
    };
}
