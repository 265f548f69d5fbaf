using System.Text;
using IoLab.Cli.Host;
using IoLab.Cli.Output;

namespace IoLab.Cli.Tests;

/// <summary>Nothing of a table is lost, however many columns it has.</summary>
public class ConsoleTableSpecs
{
    [Test]
    public void A_table_has_all_its_columns([Values(1, 3, 12, 40)] int columns)
    {
        var table = new ConsoleTable([.. Enumerable.Range(0, columns).Select(i => $"{(i % 2 == 0 ? ">" : "")}head-{i:00}")]);
        table.Add([.. Enumerable.Range(0, columns).Select(i => (Cell)$"cell-{i:00} with ±12 %")]);

        string[] lines = Written(table).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines, Has.Length.EqualTo(3));
        Assert.That(lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(Enumerable.Range(0, columns).Select(i => $"head-{i:00}")));
        Assert.That(Enumerable.Range(0, columns).Where(i => !lines[2].Contains($"cell-{i:00} with ±12 %", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Columns_that_wrap_do_so()
    {
        var table = new ConsoleTable("what", "words").Narrow(0, 10);
        table.Add("one two three four", string.Join(' ', Enumerable.Repeat("word", 100)));

        string written = Written(table);

        Assert.That(written.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.GreaterThan(3).And.All.Length.LessThanOrEqualTo(200));
        Assert.That(written.Split("word").Length, Is.EqualTo(100 + 2), "each, and the head");
    }

    private static string Written(ConsoleTable table)
    {
        using var output = new MemoryStream();
        using (CliHost host = CliHost.Captured(Stream.Null, output, Stream.Null, _ => null)) table.Write(host);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
