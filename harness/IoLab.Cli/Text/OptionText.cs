namespace IoLab.Cli.Text;

/// <summary>An option as help shows it.</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Name">Its name with dashes.</param>
/// <param name="Value">What it takes, in capitals; null for a switch.</param>
/// <param name="Meaning">What it does, with its default.</param>
internal sealed record OptionText(string Group, string Name, string? Value, string Meaning);
