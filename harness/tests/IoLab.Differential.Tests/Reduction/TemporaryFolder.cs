namespace IoLab.Differential.Tests.Reduction;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string dirPath = Directory.CreateTempSubdirectory("iolab-reduction-").FullName;

    public string PathOf(string name) => Path.Combine(dirPath, name);

    public void Dispose() => Directory.Delete(dirPath, true);
}
