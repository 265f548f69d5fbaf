using IoLab.Cli.Configuration;

namespace IoLab.Cli.Text;

/// <summary>Help pages that are not about one command.</summary>
internal static class HelpTopics
{
    /// <summary>The writer of a topic, or null when there is none of that name.</summary>
    public static Action<TextWriter>? Find(string topic) => topic switch
    {
        "exit-codes" => WriteExitCodes,
        "configuration" => WriteConfiguration,
        _ => null,
    };

    private static void WriteExitCodes(TextWriter output)
    {
        output.WriteLine("Exit codes of iolab:");
        output.WriteLine();
        foreach ((int code, string meaning) in ExitCode.Table) HelpPage.WriteEntry(output, $"{code}", meaning);
        output.WriteLine();
        output.WriteLine("iolab run answers with the guest's own exit code when the program ran to its end.");
    }

    private static void WriteConfiguration(TextWriter output)
    {
        output.WriteLine($"{ConfigurationFile.Name}, looked for in the working directory and above, or named with --config FILE.");
        output.WriteLine("Comments are allowed; unknown keys are refused.");
        output.WriteLine();
        output.WriteLine("The file:");
        foreach (ConfigurationKey key in ConfigurationKey.OfFile) WriteKey(output, key);
        output.WriteLine();
        output.WriteLine("An entry of backends:");
        foreach (ConfigurationKey key in ConfigurationKey.OfBackend) WriteKey(output, key);
        output.WriteLine();
        output.WriteLine("An entry of guests:");
        foreach (ConfigurationKey key in ConfigurationKey.OfGuest) WriteKey(output, key);
        output.WriteLine();
        output.WriteLine("Example:");
        output.WriteLine("""
              {
                "backends": [
                  { "name": "io", "command": "io {file} {args}", "versionCommand": "io --version", "evalFlag": "-e" }
                ]
              }
            """);
    }

    private static void WriteKey(TextWriter output, ConfigurationKey key) =>
        HelpPage.WriteEntry(output, key.Name, key.IsRequired ? $"{key.Meaning} (required)" : key.Meaning);
}
