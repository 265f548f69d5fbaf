namespace IoLab.Cli.Text;

/// <summary>What help says of a command.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Group">The heading it stands under in the overview.</param>
/// <param name="Summary">One line for the overview.</param>
/// <param name="Usage">What follows <c>iolab NAME</c>, one line per form.</param>
/// <param name="Description">A paragraph.</param>
/// <param name="Examples">Command lines, each with what it does.</param>
internal sealed record CommandText(
    string Name, string Group, string Summary, IReadOnlyList<string> Usage, string Description, IReadOnlyList<(string Line, string Meaning)> Examples);
