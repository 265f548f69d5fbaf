using System.Runtime.CompilerServices;

namespace IoLab.Cli.Tests;

/// <summary>Approved texts. <c>IOLAB_APPROVE=1 dotnet test</c> approves what is printed now.</summary>
internal static class Snapshot
{
    public static void Check(string name, string text, [CallerFilePath] string here = "")
    {
        string approvedFilePath = Path.Combine(Path.GetDirectoryName(here)!, "Snapshots", name);
        if (Environment.GetEnvironmentVariable("IOLAB_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(approvedFilePath)!);
            File.WriteAllText(approvedFilePath, text);
        }

        Assert.That(text, Is.EqualTo(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", name))));
    }
}
