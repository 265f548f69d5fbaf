using System.Diagnostics;

namespace IoLab.History.Tests;

/// <summary>A file system of 600 kB over a folder, unmounted when disposed. Needs the right to mount; without it the test is ignored.</summary>
internal sealed class SmallFileSystem : IDisposable
{
    private readonly string _folderPath;

    private SmallFileSystem(string folderPath) => _folderPath = folderPath;

    public static SmallFileSystem Mount(string folderPath)
    {
        if (Run("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", folderPath) != 0)
        {
            Assert.Ignore("needs the right to mount a small file system (run as root)");
        }
        return new SmallFileSystem(folderPath);
    }

    public void MakeReadOnly() => Assert.That(Run("mount", "-o", "remount,ro", _folderPath), Is.Zero);

    public void Dispose() => Run("umount", "-l", _folderPath);

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
