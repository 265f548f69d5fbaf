namespace IoLab.Cli.Output;

/// <summary>For whom a result is written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,
    /// <summary>For programs: one JSON object with a <c>schema</c>.</summary>
    Json,
}
