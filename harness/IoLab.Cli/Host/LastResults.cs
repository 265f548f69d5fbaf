using System.Text.Json;

namespace IoLab.Cli.Host;

/// <summary>What the last conform, bench and gate found, kept beside the store so that a report can show all of it.</summary>
internal sealed class LastResults(string dirPath)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = false, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Keeps a result under a name; replaces the last one as a whole.</summary>
    public void Save<T>(string name, T result)
    {
        Directory.CreateDirectory(dirPath);
        string filePath = FilePath(name), newFilePath = $"{filePath}.{Environment.ProcessId}";
        File.WriteAllBytes(newFilePath, JsonSerializer.SerializeToUtf8Bytes(result, Options));
        File.Move(newFilePath, filePath, overwrite: true);
    }

    /// <summary>The last result under a name; null when there is none, or an older program wrote one that is not understood.</summary>
    public T? Load<T>(string name)
        where T : class
    {
        try
        {
            return File.Exists(FilePath(name)) ? JsonSerializer.Deserialize<T>(File.ReadAllBytes(FilePath(name)), Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string FilePath(string name) => Path.Combine(dirPath, name + ".json");
}
