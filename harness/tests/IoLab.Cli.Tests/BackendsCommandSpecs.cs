using System.Text.Json;

namespace IoLab.Cli.Tests;

/// <summary><c>iolab backends</c> and the registry behind it.</summary>
[CancelAfter(30_000)]
public class BackendsCommandSpecs
{
    private static readonly string Dummy = Path.Combine(AppContext.BaseDirectory, "iolab-dummy");

    [Test]
    public async Task The_table_names_every_backend_and_how_to_get_the_missing_ones()
    {
        CliRun run = await CliRun.OfAsync("backends", "--external", $"dummy={Dummy} {{file}}", "--external", "ghost=no-such-io {file}");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Match(@"scripted +1\.0 +yes +in-process, tracing"));
        Assert.That(run.Output, Does.Match(@"dummy +- +yes +fresh-samples"));
        Assert.That(run.Output, Does.Match(@"ghost +- +no .*no-such-io is not on PATH"));
        Assert.That(run.Output, Does.Not.Contain("\x1b["));
        Assert.That(run.Error, Is.Empty);
    }

    [Test]
    public async Task The_json_has_a_schema_and_the_same_content()
    {
        CliRun run = await CliRun.OfAsync("backends", "--json");
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;

        Assert.That(json.GetProperty("schema").GetString(), Is.EqualTo("iolab-backends/1"));
        Assert.That(json.GetProperty("backends")[0].GetProperty("name").GetString(), Is.EqualTo("scripted"));
        Assert.That(json.GetProperty("backends")[0].GetProperty("capabilities")[0].GetString(), Is.EqualTo("inProcess"));
    }

    [Test]
    public async Task Two_backends_of_one_name_are_refused()
    {
        CliRun run = await CliRun.OfAsync("backends", "--external", $"scripted={Dummy} {{file}}");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("two backends are called scripted"));
    }

    [Test]
    public async Task A_configured_backend_runs_programs()
    {
        string configFilePath = Path.GetTempFileName();
        File.WriteAllText(configFilePath, $$"""{ "backends": [{ "name": "dummy", "command": ["{{Dummy}}", "{file}", "{args}"] }] }""");

        CliRun run = await CliRun.OfAsync("run", "--config", configFilePath, "--backend", "dummy", "-e", "print hello");

        Assert.That(run.Output, Is.EqualTo("hello\n"));
        File.Delete(configFilePath);
    }
}
