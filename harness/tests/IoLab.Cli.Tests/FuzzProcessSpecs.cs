using System.Diagnostics;
using System.Text.Json;

namespace IoLab.Cli.Tests;

/// <summary>A campaign whose process is killed.</summary>
[Platform("Linux")]
[CancelAfter(240_000)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class FuzzProcessSpecs
{
    private const int Programs = 160, Jobs = 2;
    private readonly string dirPath = Directory.CreateTempSubdirectory("iolab-killed-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(dirPath, true);

    [Test]
    public void A_killed_campaign_repeats_at_most_the_programs_in_flight_and_ends_like_one_that_was_not()
    {
        using (Process whole = Start("whole")) whole.WaitForExit();
        var random = new Random(1);
        int kills = 0;
        for (bool isDone = false; !isDone;)
        {
            using Process process = Start("killed");
            int before = Lines("killed");
            int goal = before + random.Next(1, 60);
            while (!process.HasExited && Lines("killed") < goal) Thread.Sleep(1);
            isDone = process.HasExited;
            if (isDone) break;
            process.Kill(); // SIGKILL: nothing is told, nothing is flushed.
            process.WaitForExit();
            kills++;
        }

        Assert.That(kills, Is.GreaterThan(0));
        Assert.That(Journals("killed"), Is.EqualTo(Journals("whole")));
        Assert.That(Findings("killed"), Is.EqualTo(Findings("whole")));
    }

    private Process Start(string name) => Process.Start(new ProcessStartInfo("dotnet",
        ["exec", typeof(Application).Assembly.Location, "fuzz", "--resume", "--dir", Path.Combine(dirPath, name), "--seed", "21", "--count", $"{Programs}", "--jobs", $"{Jobs}",
            "--backends", "tree,closure", "--mutants", "CloneInitMixUp", "--json"]) { RedirectStandardOutput = true })!;

    private int Lines(string name)
    {
        string lanesDirPath = Path.Combine(dirPath, name, "lanes");
        return !Directory.Exists(lanesDirPath) ? 0 : Directory.GetFiles(lanesDirPath).Sum(filePath =>
        {
            using var file = new FileStream(filePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Count(c => c == '\n');
        });
    }

    /// <summary>The journals without the signatures of what was reduced in passing: those depend on the order in which jobs met them.</summary>
    private string[] Journals(string name) => [.. Directory.GetFiles(Path.Combine(dirPath, name, "lanes")).Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)
        .Select(line => string.Join(' ', line.Split('\t')[..7].Append(line.Split('\t')[7] is ['{', ..] sighting ? JsonDocument.Parse(sighting).RootElement.GetProperty("group").GetString() : "")))];

    private string[] Findings(string name) => [.. Directory.GetFiles(Path.Combine(dirPath, name, "findings"), "*.json").Select(filePath => Path.GetFileName(filePath)).Order(StringComparer.Ordinal)];
}
