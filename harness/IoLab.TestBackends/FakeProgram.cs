namespace IoLab.TestBackends;

/// <summary>
/// One line of a fake program: a verb and its text. Verbs: <c>print write set get raise crash exit spin work</c> and <c>syntax</c>;
/// blank lines and lines that start with <c>#</c> or <c>//</c> say nothing, so a fake program can carry the directives of a case or a benchmark.
/// </summary>
/// <param name="Verb">The verb.</param>
/// <param name="Text">What follows it.</param>
public sealed record FakeCommand(string Verb, string Text)
{
    private static readonly HashSet<string> Verbs = ["print", "write", "set", "get", "raise", "crash", "exit", "spin", "work", "syntax", "args", "stdin"];

    /// <summary>Reads a program; an unknown verb is a syntax error of the guest.</summary>
    public static IReadOnlyList<FakeCommand> Parse(string source)
    {
        var commands = new List<FakeCommand>();
        foreach (string raw in source.Split('\n'))
        {
            string line = raw.Trim();
            if (line.Length == 0 || line.StartsWith('#') || line.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            string[] parts = line.Split(' ', 2);
            commands.Add(Verbs.Contains(parts[0]) ? new FakeCommand(parts[0], parts.Length > 1 ? parts[1] : "") : new FakeCommand("syntax", line));
        }

        return commands;
    }
}
