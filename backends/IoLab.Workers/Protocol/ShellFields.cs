namespace IoLab.Workers.Protocol;

/// <summary>The fields of commands and of what they came to.</summary>
internal static class ShellFields
{
    public static ShellCommand Command(this WireReader wire)
    {
        string text = wire.Text(), directory = wire.Text();
        var variables = new Dictionary<string, string>();
        for (var left = wire.Count(2 * sizeof(int)); left > 0; left--)
        {
            var name = wire.Text();
            variables[name] = wire.Text();
        }
        wire.End();
        return new ShellCommand(text, directory, variables);
    }

    public static WireWriter Outcome(this WireWriter wire, ShellOutcome? outcome) => outcome is null
        ? wire.Flag(false)
        : wire.Flag(true).Int(outcome.ExitCode).Int(outcome.Output.Length).Bytes(outcome.Output.Span).Bytes(outcome.Error.Span);
}
