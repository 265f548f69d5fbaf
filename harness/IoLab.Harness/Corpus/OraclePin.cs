using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Serialization;
using IoLab.Contract;

namespace IoLab.Harness.Corpus;

/// <summary>The pinned reference: a backend whose name matches must have this version to be an oracle.</summary>
public sealed record OraclePin
{
    /// <summary>A glob over backend names, such as <c>io*</c>.</summary>
    [JsonRequired]
    public string Name { get; init; } = "";
    /// <summary>What the version text must contain, such as <c>20260302</c>.</summary>
    [JsonRequired]
    public string Version { get; init; } = "";

    /// <summary>Reads the pin; null when the file is missing.</summary>
    /// <exception cref="HarnessException">It is malformed.</exception>
    public static OraclePin? Load(string filePath)
    {
        if (!File.Exists(filePath))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<OraclePin>(File.ReadAllText(filePath), new JsonSerializerOptions(JsonSerializerDefaults.Web));
        }
        catch (JsonException e)
        {
            throw new HarnessException($"{filePath}: {e.Message}", e);
        }
    }

    /// <summary>Checks a backend that is about to be an oracle, and gives its version.</summary>
    /// <exception cref="HarnessException">It is not usable, has no version, or is the reference in another version than the pinned one.</exception>
    public static async Task<string> CheckAsync(OraclePin? pin, IBackend oracle, CancellationToken cancellationToken = default)
    {
        ProbeResult probe = await oracle.ProbeAsync(cancellationToken).ConfigureAwait(false);
        if (!probe.IsUsable)
        {
            throw new HarnessException($"{oracle.Name} is not usable: {probe.Remedy}");
        }

        string version = probe.Version ?? throw new HarnessException($"{oracle.Name} does not tell its version, which an expectation must state; give it a version command in iolab.json");
        bool isPinned = pin is not null && FileSystemName.MatchesSimpleExpression(pin.Name, oracle.Name);
        return isPinned && !version.Contains(pin!.Version, StringComparison.Ordinal)
            ? throw new HarnessException($"{oracle.Name} is version '{version}', but the corpus pins the reference at {pin.Version} (conformance/oracle.json)")
            : version;
    }
}
