using IoLab.Cli.Repl;

namespace IoLab.Cli.Tests.Repl;

/// <summary>What was typed before.</summary>
public class HistorySpecs
{
    private string dirPath = "";

    [SetUp]
    public void MakeDirectory() => dirPath = Directory.CreateTempSubdirectory("iolab-repl-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(dirPath, true);

    [Test]
    public void Entries_are_in_the_file_as_soon_as_they_are_made()
    {
        string filePath = Path.Combine(dirPath, "state", "history");
        var history = new ReplHistory(filePath);
        string[] entries = ["1", "a\nb", "c\\n\\", "1"];
        foreach (string entry in entries) history.Add(entry);

        Assert.That(new ReplHistory(filePath).Entries, Is.EqualTo(entries));
        Assert.That(File.ReadAllLines(filePath), Has.Length.EqualTo(4));
    }

    [Test]
    public void Repetitions_and_blanks_are_left_out()
    {
        var history = new ReplHistory(null);
        foreach (string entry in new[] { "1", "1", "", "  ", "2" }) history.Add(entry);

        Assert.That(history.Entries, Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public void A_file_that_grows_is_cut()
    {
        string filePath = Path.Combine(dirPath, "history");
        var history = new ReplHistory(filePath);
        for (int i = 0; i < 4100; i++) history.Add($"entry {i}");

        Assert.That(File.ReadAllLines(filePath), Has.Length.LessThan(2200));
        Assert.That(new ReplHistory(filePath).Entries[^1], Is.EqualTo("entry 4099"));
    }

    [Test]
    public void A_file_that_cannot_be_written_does_no_harm()
    {
        var history = new ReplHistory(Path.Combine(dirPath, "file", "below"));
        File.WriteAllText(Path.Combine(dirPath, "file"), "");

        Assert.That(() => history.Add("1"), Throws.Nothing);
        Assert.That(history.Entries, Is.EqualTo(new[] { "1" }));
    }

    [TestCase("/s", "/h", "/s/iolab/repl-history")]
    [TestCase(null, "/h", "/h/.local/state/iolab/repl-history")]
    [TestCase("", "/h", "/h/.local/state/iolab/repl-history")]
    [TestCase(null, null, null)]
    public void It_is_where_state_belongs(string? state, string? home, string? expected) =>
        Assert.That(ReplHistory.DefaultFilePath(name => name == "XDG_STATE_HOME" ? state : home), Is.EqualTo(expected));
}
