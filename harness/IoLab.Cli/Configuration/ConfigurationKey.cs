using System.Text.Json;

namespace IoLab.Cli.Configuration;

/// <summary>What a key of the configuration file holds.</summary>
internal enum KeyKind
{
    /// <summary>A text.</summary>
    Text,
    /// <summary>A command line: a text that is split at spaces, or a list of words.</summary>
    Command,
    /// <summary>A number of seconds, zero or more.</summary>
    Seconds,
    /// <summary>A list of texts.</summary>
    Texts,
    /// <summary>An object of texts.</summary>
    Variables,
    /// <summary>A list of entries.</summary>
    Entries,
}

/// <summary>A key of <c>iolab.json</c>: the table that checks the file is its documentation.</summary>
internal sealed record ConfigurationKey(string Name, KeyKind Kind, bool IsRequired, string Meaning)
{
    /// <summary>Keys of the file.</summary>
    public static IReadOnlyList<ConfigurationKey> OfFile { get; } =
    [
        new("$schema", KeyKind.Text, false, "ignored; for editors"),
        new("backends", KeyKind.Entries, false, "backends that are command lines"),
        new("guests", KeyKind.Entries, false, "backends that are other builds of our WebAssembly guest"),
    ];

    /// <summary>Keys of one entry of <c>guests</c>.</summary>
    public static IReadOnlyList<ConfigurationKey> OfGuest { get; } =
    [
        new("name", KeyKind.Text, true, "the name users type: lower case letters, digits, @ - _"),
        new("module", KeyKind.Text, true, "the module's file; a relative path begins at the configuration's folder"),
        new("host", KeyKind.Text, false, "\"wasmtime\" (default) or \"node\""),
    ];

    /// <summary>Keys of one entry of <c>backends</c>.</summary>
    public static IReadOnlyList<ConfigurationKey> OfBackend { get; } =
    [
        new("name", KeyKind.Text, true, "the name users type: lower case letters, digits, @ - _"),
        new("command", KeyKind.Command, true, "how to run a program: {file} and {args} are replaced, for example \"io {file} {args}\""),
        new("description", KeyKind.Text, false, "one sentence for iolab backends"),
        new("versionCommand", KeyKind.Command, false, "prints the version on its first line, for example \"io --version\""),
        new("batchCommand", KeyKind.Command, false, "a faster build of the same: examinations ask it first, and the command when its answer differs from the others'"),
        new("evalFlag", KeyKind.Text, false, "the option that evaluates code, for example \"-e\""),
        new("environment", KeyKind.Variables, false, "variables set for the program"),
        new("components", KeyKind.Texts, false, "components shared with other backends: they then count as one voter"),
        new("probeSeconds", KeyKind.Seconds, false, "how long versionCommand may take (10)"),
        new("startupSeconds", KeyKind.Seconds, false, "added to every time limit: what the program needs to start (0)"),
        new("samples", KeyKind.Text, false, "\"fresh\": a process for each sample of a benchmark (default); \"shared\": one for all"),
    ];

    /// <summary>Is the value of this key's kind?</summary>
    public bool Accepts(JsonElement value) => Kind switch
    {
        KeyKind.Text => value.ValueKind == JsonValueKind.String,
        KeyKind.Command => value.ValueKind == JsonValueKind.String || IsTexts(value),
        KeyKind.Seconds => value.ValueKind == JsonValueKind.Number && value.GetDouble() >= 0,
        KeyKind.Texts => IsTexts(value),
        KeyKind.Variables => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(variable => variable.Value.ValueKind == JsonValueKind.String),
        KeyKind.Entries => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.Object),
        _ => false,
    };

    /// <summary>What the kind is called in messages.</summary>
    public string KindName => Kind switch
    {
        KeyKind.Text => "a text",
        KeyKind.Command => "a command line or a list of words",
        KeyKind.Seconds => "a number of seconds",
        KeyKind.Texts => "a list of texts",
        KeyKind.Variables => "an object of texts",
        _ => "a list of objects",
    };

    private static bool IsTexts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
}
