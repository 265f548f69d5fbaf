using System.Diagnostics;

namespace IoLab.Cli.Tests;

/// <summary>The launcher script, on a small copy of its surroundings with a stand-in for <c>dotnet</c>.</summary>
[Platform("Linux")]
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
[CancelAfter(60_000)]
public class LauncherSpecs
{
    private string rootDirPath = "";

    [SetUp]
    public void MakeRepository()
    {
        rootDirPath = Directory.CreateTempSubdirectory("iolab-launcher-").FullName;
        foreach (string dir in new[] { "backends", "harness", "history", "reports", "bin" }) Directory.CreateDirectory(PathOf(dir));
        foreach (string file in new[] { "backends/A.cs", "Directory.Build.props", "Directory.Packages.props", "global.json" }) File.WriteAllText(PathOf(file), "");
        File.Copy(Path.Combine(RepositoryDirPath(), "iolab"), PathOf("iolab"));
        // Counts its calls and "builds" a program that shows what it was given.
        Script("bin/dotnet", """
            echo "$@" >> "$FAKE_ROOT/calls"
            if [ -f "$FAKE_ROOT/no-crossgen" ] && [[ "$*" == *IoLabReadyToRun* ]]; then echo 'error NU1101: no crossgen'; exit 1; fi
            if [ -f "$FAKE_ROOT/broken" ]; then echo 'error CS1002: ; expected'; exit 1; fi
            while [ $# -gt 0 ]; do [ "$1" = --output ] && out=$2; shift; done
            mkdir -p "$out"
            printf '#!/bin/sh\necho "root=$IOLAB_ROOT args=$*"\nexit 7\n' > "$out/iolab"
            chmod +x "$out/iolab"
            """);
    }

    [TearDown]
    public void RemoveRepository() => Directory.Delete(rootDirPath, true);

    [Test]
    public void It_builds_once_and_then_is_quiet()
    {
        (int code, string output, string error) = Start("run", "a b");
        (_, string again, string quiet) = Start("x");

        Assert.That(code, Is.EqualTo(7));
        Assert.That(output, Is.EqualTo($"root={rootDirPath} args=run a b\n"));
        Assert.That(error, Does.Contain("building for the first time"));
        Assert.That(again, Is.EqualTo($"root={rootDirPath} args=x\n"));
        Assert.That(quiet, Is.Empty);
        Assert.That(Calls(), Is.EqualTo(1));
    }

    [Test]
    public void It_builds_again_when_a_source_is_changed_added_or_removed()
    {
        Start();
        File.SetLastWriteTimeUtc(PathOf("backends/A.cs"), DateTime.UtcNow.AddSeconds(2));
        Start();
        Assert.That(Calls(), Is.EqualTo(2), "changed");

        File.SetLastWriteTimeUtc(PathOf("backends/A.cs"), DateTime.UtcNow.AddDays(-1));
        File.WriteAllText(PathOf("harness/new.io"), "");
        File.SetLastWriteTimeUtc(PathOf("harness/new.io"), DateTime.UtcNow.AddDays(-1));
        Start();
        Assert.That(Calls(), Is.EqualTo(3), "added");

        File.Delete(PathOf("harness/new.io"));
        Start();
        Start();
        Assert.That(Calls(), Is.EqualTo(4), "removed");
    }

    [Test]
    public void Tests_and_generated_files_are_no_sources()
    {
        Start();
        foreach (string dir in new[] { "backends/tests", "harness/X/obj", "reports/X/web/node_modules" })
        {
            Directory.CreateDirectory(PathOf(dir));
            File.WriteAllText(PathOf($"{dir}/B.cs"), "");
        }

        Start();

        Assert.That(Calls(), Is.EqualTo(1));
    }

    [Test]
    public void Without_the_ahead_of_time_compiler_it_says_so_once_and_works()
    {
        File.WriteAllText(PathOf("no-crossgen"), "");

        (int code, _, string error) = Start();
        (_, _, string quiet) = Start();

        Assert.That(code, Is.EqualTo(7));
        Assert.That(error, Does.Contain("no ReadyToRun compiler here"));
        Assert.That(quiet, Is.Empty);
        Assert.That(Calls(), Is.EqualTo(2));
    }

    [Test]
    public void A_build_that_fails_shows_its_messages_and_is_tried_again()
    {
        File.WriteAllText(PathOf("broken"), "");
        (int code, string output, string error) = Start();
        File.Delete(PathOf("broken"));

        Assert.That(code, Is.EqualTo(3));
        Assert.That(output, Is.Empty);
        Assert.That(error, Does.Contain("error CS1002"));
        Assert.That(Start().Code, Is.EqualTo(7));
    }

    [Test]
    public void Two_starts_build_once()
    {
        Task<(int Code, string, string)>[] starts = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() => Start()))];
        Task.WaitAll(starts);

        Assert.That(starts.Select(start => start.Result.Code), Is.All.EqualTo(7));
        Assert.That(Calls(), Is.EqualTo(1));
    }

    [Test]
    public void It_works_through_a_link_and_from_anywhere()
    {
        Start();
        File.CreateSymbolicLink(PathOf("bin/link"), PathOf("iolab"));

        Assert.That(Run(PathOf("bin/link"), "y").Output, Is.EqualTo($"root={rootDirPath} args=y\n"));
    }

    private string PathOf(string relative) => Path.Combine(rootDirPath, relative);

    private int Calls() => File.ReadAllLines(PathOf("calls")).Length;

    private (int Code, string Output, string Error) Start(params string[] words) => Run(PathOf("iolab"), words);

    private (int Code, string Output, string Error) Run(string programFilePath, params string[] words)
    {
        var info = new ProcessStartInfo(programFilePath, words) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["PATH"] = $"{PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        info.Environment["FAKE_ROOT"] = rootDirPath;
        info.Environment.Remove("IOLAB_NO_BUILD");
        using Process process = Process.Start(info)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private void Script(string name, string text)
    {
        File.WriteAllText(PathOf(name), "#!/usr/bin/env bash\n" + text + "\n");
        File.SetUnixFileMode(PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string RepositoryDirPath()
    {
        DirectoryInfo? dir = new(AppContext.BaseDirectory);
        while (dir is not null && !File.Exists(Path.Combine(dir.FullName, "IoLab.sln"))) dir = dir.Parent;
        return dir!.FullName;
    }
}
