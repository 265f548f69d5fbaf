namespace IoLab.Harness.Tests.Support;

/// <summary>A directory that disappears with the test.</summary>
internal sealed class TempDir : IDisposable
{
    public string DirPath { get; } = Directory.CreateTempSubdirectory("iolab-test-").FullName;

    public TempDir With(string relativePath, string text)
    {
        string filePath = Path.Combine(DirPath, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(filePath)!);
        File.WriteAllText(filePath, text);
        return this;
    }

    public string Read(string relativePath) => File.ReadAllText(Path.Combine(DirPath, relativePath));

    public void Dispose() => Directory.Delete(DirPath, recursive: true);
}
