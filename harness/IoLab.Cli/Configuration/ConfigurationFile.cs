using System.Text.Json;
using IoLab.External;

namespace IoLab.Cli.Configuration;

/// <summary>Finds and reads <c>iolab.json</c>.</summary>
internal static class ConfigurationFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "iolab.json";

    /// <summary>The nearest configuration file at or above a directory, or null.</summary>
    public static string? Find(string dirPath)
    {
        for (DirectoryInfo? dir = new(dirPath); dir is not null; dir = dir.Parent)
        {
            string filePath = Path.Combine(dir.FullName, Name);
            if (File.Exists(filePath)) return filePath;
        }

        return null;
    }

    /// <summary>The backends a configuration file describes.</summary>
    /// <exception cref="UsageException">It cannot be read, or says something that is not known.</exception>
    public static IReadOnlyList<ExternalSettings> Read(string filePath) => Parse(TextOf(filePath), filePath);

    /// <summary>The builds of the guest that a configuration file describes.</summary>
    /// <exception cref="UsageException">It cannot be read, or says something that is not known.</exception>
    public static IReadOnlyList<GuestSettings> ReadGuests(string filePath) =>
        ParseGuests(TextOf(filePath), filePath, Path.GetDirectoryName(Path.GetFullPath(filePath))!);

    private static string TextOf(string filePath)
    {
        try
        {
            return File.ReadAllText(filePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {filePath}: {e.Message}", e);
        }
    }

    /// <summary>The backends a configuration text describes; <paramref name="origin"/> names it in messages.</summary>
    public static IReadOnlyList<ExternalSettings> Parse(string text, string origin) => Entries(text, origin, "backends", Backend);

    /// <summary>The builds of the guest that a configuration text describes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Names it in messages.</param>
    /// <param name="dirPath">Where relative paths begin.</param>
    public static IReadOnlyList<GuestSettings> ParseGuests(string text, string origin, string dirPath) =>
        Entries(text, origin, "guests", (entry, at) => Guest(entry, at, dirPath));

    private static IReadOnlyList<T> Entries<T>(string text, string origin, string key, Func<JsonElement, string, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new UsageException($"{origin}: the file must be an object");
            Check(document.RootElement, ConfigurationKey.OfFile, origin);
            if (!document.RootElement.TryGetProperty(key, out JsonElement entries)) return [];
            return [.. entries.EnumerateArray().Select((entry, i) => read(entry, $"{origin}: {key}[{i}]"))];
        }
        catch (JsonException e)
        {
            throw new UsageException($"{origin}: not valid JSON at line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}", e);
        }
    }

    /// <summary>The backend that <c>--external name=command</c> describes.</summary>
    public static ExternalSettings FromOption(string text)
    {
        int split = text.IndexOf('=');
        if (split <= 0) throw new UsageException($"--external {text}: write name=command, for example --external io='io {{file}} {{args}}'");
        return Validated(
            new ExternalSettings { Name = text[..split], Command = Command(text[(split + 1)..], $"--external {text[..split]}") },
            $"--external {text[..split]}");
    }

    private static void Check(JsonElement element, IReadOnlyList<ConfigurationKey> keys, string origin)
    {
        var seen = new HashSet<string>();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            ConfigurationKey key = keys.FirstOrDefault(key => key.Name == property.Name)
                ?? throw new UsageException($"{origin}: unknown key {property.Name}; {Spelling.Hint(property.Name, [.. keys.Select(key => key.Name)])}");
            if (!seen.Add(key.Name)) throw new UsageException($"{origin}: {key.Name} is given twice");
            if (!key.Accepts(property.Value)) throw new UsageException($"{origin}: {key.Name} must be {key.KindName}: {key.Meaning}");
        }

        if (keys.FirstOrDefault(key => key.IsRequired && !seen.Contains(key.Name)) is { } missing)
        {
            throw new UsageException($"{origin}: {missing.Name} is missing: {missing.Meaning}");
        }
    }

    private static ExternalSettings Backend(JsonElement entry, string origin)
    {
        Check(entry, ConfigurationKey.OfBackend, origin);
        var settings = new ExternalSettings { Name = entry.GetProperty("name").GetString()!, Command = Command(entry.GetProperty("command"), origin) };
        foreach (JsonProperty property in entry.EnumerateObject())
        {
            JsonElement value = property.Value;
            settings = property.Name switch
            {
                "description" => settings with { Description = value.GetString() },
                "versionCommand" => settings with { VersionCommand = Command(value, origin) },
                "batchCommand" => settings with { BatchCommand = Command(value, origin) },
                "evalFlag" => settings with { EvalFlag = value.GetString() },
                "environment" => settings with { Environment = value.EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString()!) },
                "components" => settings with { Components = [.. value.EnumerateArray().Select(item => item.GetString()!)] },
                "probeSeconds" => settings with { ProbeTime = TimeSpan.FromSeconds(value.GetDouble()) },
                "startupSeconds" => settings with { StartupTime = TimeSpan.FromSeconds(value.GetDouble()) },
                "samples" => settings with { SampleProcess = Samples(value.GetString()!, origin) },
                _ => settings,
            };
        }

        return Validated(settings, origin);
    }

    private static GuestSettings Guest(JsonElement entry, string origin, string dirPath)
    {
        Check(entry, ConfigurationKey.OfGuest, origin);
        string host = entry.TryGetProperty("host", out JsonElement given) ? given.GetString()! : GuestSettings.Wasmtime;
        if (host is not (GuestSettings.Wasmtime or GuestSettings.Node))
        {
            throw new UsageException($"{origin}: host is {host}; {Spelling.Hint(host, [GuestSettings.Wasmtime, GuestSettings.Node])}");
        }

        return new GuestSettings(ValidName(entry.GetProperty("name").GetString()!, origin), Path.Combine(dirPath, entry.GetProperty("module").GetString()!), host == GuestSettings.Node);
    }

    private static SampleProcess Samples(string text, string origin) => text switch
    {
        "shared" => SampleProcess.Shared,
        "fresh" => SampleProcess.Fresh,
        _ => throw new UsageException($"{origin}: samples is {text}; {Spelling.Hint(text, ["shared", "fresh"])}"),
    };

    private static CommandTemplate Command(JsonElement value, string origin) => value.ValueKind == JsonValueKind.String
        ? Command(value.GetString()!, origin)
        : Guarded(() => CommandTemplate.FromWords([.. value.EnumerateArray().Select(word => word.GetString()!)]), origin);

    private static CommandTemplate Command(string text, string origin) => Guarded(() => CommandTemplate.Parse(text), origin);

    private static CommandTemplate Guarded(Func<CommandTemplate> parse, string origin)
    {
        try
        {
            return parse();
        }
        catch (FormatException e)
        {
            throw new UsageException($"{origin}: {e.Message}", e);
        }
    }

    private static ExternalSettings Validated(ExternalSettings settings, string origin)
    {
        ValidName(settings.Name, origin);
        return settings.Command.HasFile ? settings : throw new UsageException($"{origin}: the command must say where the {{file}} goes: {settings.Command} {{file}} {{args}}");
    }

    private static string ValidName(string name, string origin) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '@' or '-' or '_')
            ? name
            : throw new UsageException($"{origin}: the name '{name}' may only have lower case letters, digits, @, - and _");
}
