using System.Text;

namespace IoLab.Harness.Diff;

/// <summary>Command lines that repeat what the harness did, ready to paste into a POSIX shell.</summary>
public static class RepeatCommand
{
    /// <summary>The command that compares these backends on this program.</summary>
    public static string Diff(IReadOnlyList<string> backends, DiffProgram program)
    {
        var command = new StringBuilder("./iolab diff");
        foreach (string backend in backends)
        {
            command.Append(' ').Append(Quote(backend));
        }

        foreach (string directive in program.Directives)
        {
            command.Append(" --directive ").Append(Quote(directive));
        }

        return program.FilePath is { } path
            ? command.Append(' ').Append(Quote(path)).ToString()
            : command.Append(" -e ").Append(Quote(program.Program.Source)).ToString();
    }

    /// <summary>The command that runs one corpus case on one backend.</summary>
    public static string Conform(string backend, string caseId) => $"./iolab conform --backend {Quote(backend)} {Quote(caseId)}";

    /// <summary>The command that runs one hostile program on one backend.</summary>
    public static string Hostile(string backend, string name) => $"./iolab conform --hostile --backend {Quote(backend)} {Quote(name)}";

    /// <summary>An argument as a POSIX shell reads it back unchanged.</summary>
    public static string Quote(string argument)
    {
        bool isPlain = argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "_-./=:,@%+".Contains(c, StringComparison.Ordinal));
        return isPlain ? argument : "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }
}
