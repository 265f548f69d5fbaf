using IoLab.Cli.Commands;
using IoLab.Contract;

namespace IoLab.Cli.Tests;

/// <summary>The table of exit codes is complete, and the page in docs says the same.</summary>
public class ExitCodeSpecs
{
    [Test]
    public void Every_constant_is_in_the_table_once()
    {
        int[] constants = [.. typeof(ExitCode).GetFields().Where(field => field.IsLiteral).Select(field => (int)field.GetRawConstantValue()!).Order()];

        Assert.That(ExitCode.Table.Select(entry => entry.Code), Is.EqualTo(constants));
    }

    [Test]
    public void The_documentation_lists_them_all()
    {
        DirectoryInfo? dir = new(AppContext.BaseDirectory);
        while (dir is not null && !File.Exists(Path.Combine(dir.FullName, "IoLab.sln"))) dir = dir.Parent;
        string page = File.ReadAllText(Path.Combine(dir!.FullName, "docs/cli.md"));

        foreach ((int code, string _) in ExitCode.Table) Assert.That(page, Does.Contain($"\n| {code} |"));
    }

    [TestCase(Verdict.Pass, 0)]
    [TestCase(Verdict.Fail, 1)]
    [TestCase(Verdict.NoVerdict, 2)]
    [TestCase(Verdict.Undecidable, 5)]
    public void A_verdict_has_its_code(Verdict verdict, int expected) => Assert.That(GateCommand.ExitCodeOf(verdict), Is.EqualTo(expected));
}
