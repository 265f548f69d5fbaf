using System.Text.Json;
using IoLab.Bytecode;
using IoLab.Contract;

namespace IoLab.Cli.Tests;

/// <summary>What shows and checks compiled code: <c>iolab disasm</c>, <c>run --dump-code</c>, <c>run --verify</c>.</summary>
[CancelAfter(60_000)]
public class CodeSpecs
{
    private static readonly IReadOnlyList<(string, Func<IBackend>)> Machines =
        [("scripted", () => new ScriptedBackend("scripted")), ("bytecode", () => new BytecodeBackend())];

    private const string Fib = "fib := method(n, if(n < 2, n, fib(n - 1) + fib(n - 2)))\n\nb := block(x,\n    x foreach(i, v, i println)\n)\nfib(3)\n";

    /// <summary>What the approved listing lists: whoever adds an instruction adds a method that uses it.</summary>
    private const string Listed = Fib;

    private static Task<CliRun> Run(params string[] words) => CliRun.OfAsync(words, Machines);

    [Test]
    public async Task The_listing_is_as_approved()
    {
        CliRun run = await Run("disasm", "-e", Listed);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Snapshot.Check("disasm.txt", run.Output);
    }

    [Test]
    public async Task A_file_is_compiled_and_not_run()
    {
        string filePath = Path.Combine(Directory.CreateTempSubdirectory("iolab-disasm-").FullName, "loud.io");
        File.WriteAllText(filePath, "\"loud\" println\n\nf := method(1)\n");

        CliRun run = await Run("disasm", filePath);

        Assert.That(run.Output, Does.StartWith($"program, {filePath}:1, ").And.Contain($"f := method(), {filePath}:3, "));
        Assert.That(run.Output, Does.Not.Match("(?m)^loud$"));
        Directory.Delete(Path.GetDirectoryName(filePath)!, true);
    }

    [Test]
    public async Task The_json_has_a_schema_and_the_positions_of_instructions()
    {
        JsonElement json = JsonDocument.Parse((await Run("disasm", "--json", "-e", Fib)).Output).RootElement;

        Assert.That((json.GetProperty("schema").GetString(), json.GetProperty("backend").GetString()), Is.EqualTo(("iolab-code/1", "bytecode")));
        JsonElement[] code = [.. json.GetProperty("code").EnumerateArray()];
        Assert.That(code.Select(piece => piece.GetProperty("title").GetString()), Is.EqualTo(new[] { "program", "fib := method(n)", "b := block(x)" }));
        JsonElement block = code[2];
        Assert.That(block.GetProperty("locals").EnumerateArray().Select(local => local.GetProperty("name").GetString()), Is.EqualTo(new[] { "x", "i", "v" }));
        JsonElement loop = block.GetProperty("instructions").EnumerateArray().First(line => line.GetProperty("instruction").GetString() == "ForeachBegin");
        Assert.That((loop.GetProperty("line").GetInt32(), loop.GetProperty("source").GetString()), Is.EqualTo((4, "foreach(i, v, i println)")));
        int end = int.Parse(loop.GetProperty("operands").EnumerateArray().Last().GetString()!.Replace("->", ""), System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(block.GetProperty("instructions").EnumerateArray().Select(line => line.GetProperty("place").GetInt32()), Does.Contain(end));
    }

    [Test]
    public async Task A_run_shows_what_was_compiled_for_it_and_nothing_of_the_library()
    {
        CliRun run = await Run("run", "--dump-code", "-e", "f := method(x, x foreach(i, i println)); f(list(7)); list(2, 1) sort");

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "7\n")));
        string[] titles = [.. run.Error.Split('\n').Where(line => line.EndsWith(" registers", StringComparison.Ordinal))];
        Assert.That(titles, Is.All.Contains("doString:1"));
        Assert.That(titles.Select(title => title.Split(", ")[0]).Distinct(), Is.EqualTo(new[] { "program", "a chain in objects", "f := method(x)" }));
    }

    [Test]
    public async Task A_verified_run_is_a_run() => Assert.That((await Run("run", "--verify", "-e", "5 repeat(i, i print)")).Output, Is.EqualTo("01234"));

    [TestCase("disasm -e ( --backend bytecode", 65, "compile error")]
    [TestCase("disasm", 3, "disasm needs a file or -e CODE")]
    [TestCase("disasm no-such-file.io", 3, "there is no file no-such-file.io")]
    [TestCase("disasm --backend scripted -e 1", 3, "scripted does not compile to code that can be listed")]
    [TestCase("run --backend scripted --verify -e 1", 3, "scripted does not compile to code that can be listed or verified")]
    [TestCase("run --sandbox --dump-code -e 1", 3, "not with --sandbox")]
    public async Task What_cannot_be_shown_is_said(string line, int exitCode, string error)
    {
        CliRun run = await Run(line.Split(' '));

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((exitCode, "")));
        Assert.That(run.Error, Does.Contain(error));
    }
}
