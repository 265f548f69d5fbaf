namespace IoLab.Cli.Text;

/// <summary>Lays out help. Plain text of at most 100 columns, the same on a terminal and in a file.</summary>
internal static class HelpPage
{
    private const int Width = 100;
    private const int Column = 28;

    /// <summary>The overview of all commands.</summary>
    public static void WriteOverview(TextWriter output, IReadOnlyList<CommandText> commands)
    {
        output.WriteLine("iolab: a laboratory for virtual machines of the Io language");
        output.WriteLine();
        output.WriteLine("Usage: iolab COMMAND [OPTIONS]");
        foreach (IGrouping<string, CommandText> group in commands.GroupBy(command => command.Group))
        {
            output.WriteLine();
            output.WriteLine(group.Key + ":");
            foreach (CommandText command in group) WriteEntry(output, command.Name, command.Summary);
        }

        output.WriteLine();
        output.WriteLine("Examples:");
        output.WriteLine("  iolab bench --quick         measures all backends and writes a report");
        output.WriteLine("  iolab run -e '1 + 1 println'");
        output.WriteLine();
        output.WriteLine("iolab help COMMAND tells more; iolab help exit-codes lists the exit codes.");
    }

    /// <summary>The page of one command.</summary>
    public static void WriteCommand(TextWriter output, CommandText command, IReadOnlyList<OptionText> options)
    {
        output.WriteLine($"iolab {command.Name}: {command.Summary}");
        output.WriteLine();
        for (int i = 0; i < command.Usage.Count; i++)
        {
            output.WriteLine($"{(i == 0 ? "Usage:" : "      ")} iolab {command.Name} {command.Usage[i]}".TrimEnd());
        }

        output.WriteLine();
        foreach (string line in Wrap(command.Description, Width)) output.WriteLine(line);
        foreach (IGrouping<string, OptionText> group in options.GroupBy(option => option.Group))
        {
            output.WriteLine();
            output.WriteLine(group.Key + ":");
            foreach (OptionText option in group) WriteEntry(output, option.Value is null ? option.Name : $"{option.Name} {option.Value}", option.Meaning);
        }

        output.WriteLine();
        output.WriteLine("Examples:");
        foreach ((string line, string meaning) in command.Examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {meaning}");
        }
    }

    /// <summary>A name with its meaning beside it, or below it when the name is long.</summary>
    public static void WriteEntry(TextWriter output, string name, string meaning)
    {
        string indent = new(' ', Column);
        bool isFirst = true;
        string start = $"  {name}";
        if (start.Length > Column - 2)
        {
            output.WriteLine(start);
            start = indent;
        }

        foreach (string line in Wrap(meaning, Width - Column))
        {
            output.WriteLine((isFirst ? start.PadRight(Column) : indent) + line);
            isFirst = false;
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
