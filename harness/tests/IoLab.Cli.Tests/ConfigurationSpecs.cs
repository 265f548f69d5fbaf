using IoLab.Cli.Configuration;
using IoLab.External;

namespace IoLab.Cli.Tests;

/// <summary><c>iolab.json</c> and <c>--external</c>.</summary>
public class ConfigurationSpecs
{
    [Test]
    public void Every_key_is_read()
    {
        ExternalSettings settings = ConfigurationFile.Parse("""
            {
              // comments are fine
              "backends": [{
                "name": "io", "command": "io {file} {args}", "description": "the reference", "versionCommand": ["io", "--version"], "evalFlag": "-e",
                "environment": { "TZ": "UTC" }, "components": ["prelude"], "probeSeconds": 2, "startupSeconds": 0.5, "samples": "fresh",
              }]
            }
            """, "test").Single();

        Assert.That(settings.Name, Is.EqualTo("io"));
        Assert.That(settings.Command.Words, Is.EqualTo(new[] { "io", "{file}", "{args}" }));
        Assert.That(settings.Description, Is.EqualTo("the reference"));
        Assert.That(settings.VersionCommand!.Words, Is.EqualTo(new[] { "io", "--version" }));
        Assert.That(settings.EvalFlag, Is.EqualTo("-e"));
        Assert.That(settings.Environment["TZ"], Is.EqualTo("UTC"));
        Assert.That(settings.Components, Is.EqualTo(new[] { "prelude" }));
        Assert.That(settings.ProbeTime, Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.That(settings.StartupTime, Is.EqualTo(TimeSpan.FromSeconds(0.5)));
        Assert.That(settings.SampleProcess, Is.EqualTo(SampleProcess.Fresh));
    }

    [TestCase("""{ "bakends": [] }""", "unknown key bakends; did you mean backends?")]
    [TestCase("""{ "backends": [{ "name": "a", "comand": "io {file}" }] }""", "backends[0]: unknown key comand; did you mean command?")]
    [TestCase("""{ "backends": [{ "command": "io {file}" }] }""", "backends[0]: name is missing")]
    [TestCase("""{ "backends": [{ "name": "a", "name": "b", "command": "io {file}" }] }""", "name is given twice")]
    [TestCase("""{ "backends": [{ "name": "Io", "command": "io {file}" }] }""", "lower case")]
    [TestCase("""{ "backends": [{ "name": "a", "command": "io" }] }""", "where the {file} goes")]
    [TestCase("""{ "backends": [{ "name": "a", "command": "io '{file}" }] }""", "is not closed")]
    [TestCase("""{ "backends": [{ "name": "a", "command": 5 }] }""", "command must be a command line or a list of words")]
    [TestCase("""{ "backends": [{ "name": "a", "command": "io {file}", "probeSeconds": -1 }] }""", "probeSeconds must be a number of seconds")]
    [TestCase("""{ "backends": [{ "name": "a", "command": "io {file}", "samples": "frsh" }] }""", "did you mean fresh?")]
    [TestCase("""{ "backends": {} }""", "backends must be a list of objects")]
    [TestCase("[]", "must be an object")]
    [TestCase("{ \"backends\": \n [ }", "not valid JSON at line 2")]
    public void What_is_wrong_is_named(string text, string expected) =>
        Assert.That(() => ConfigurationFile.Parse(text, "test"), Throws.TypeOf<UsageException>().With.Message.Contain(expected));

    [Test]
    public void Other_builds_of_the_guest_are_backends()
    {
        IReadOnlyList<GuestSettings> guests = ConfigurationFile.ParseGuests(
            """{ "guests": [{ "name": "no-nursery", "module": "a/b.wasm" }, { "name": "other", "module": "/c.wasm", "host": "node" }] }""", "test", "/here");

        Assert.That(guests, Is.EqualTo(new[] { new GuestSettings("no-nursery", "/here/a/b.wasm", false), new GuestSettings("other", "/c.wasm", true) }));
    }

    [TestCase("""{ "guests": [{ "name": "a" }] }""", "guests[0]: module is missing")]
    [TestCase("""{ "guests": [{ "name": "A", "module": "m" }] }""", "lower case")]
    [TestCase("""{ "guests": [{ "name": "a", "module": "m", "host": "nod" }] }""", "did you mean node?")]
    public void What_is_wrong_with_a_guest_is_named(string text, string expected) =>
        Assert.That(() => ConfigurationFile.ParseGuests(text, "test", "/"), Throws.TypeOf<UsageException>().With.Message.Contain(expected));

    [Test]
    public void The_file_is_found_above_the_working_directory()
    {
        string dirPath = Directory.CreateTempSubdirectory("iolab-cli-").FullName;
        string below = Directory.CreateDirectory(Path.Combine(dirPath, "a/b")).FullName;
        File.WriteAllText(Path.Combine(dirPath, "iolab.json"), "{}");

        Assert.That(ConfigurationFile.Find(below), Is.EqualTo(Path.Combine(dirPath, "iolab.json")));
        Directory.Delete(dirPath, true);
    }

    [Test]
    public void An_option_makes_a_backend()
    {
        ExternalSettings settings = ConfigurationFile.FromOption("io=/opt/my\\ io {file} {args}");

        Assert.That(settings.Name, Is.EqualTo("io"));
        Assert.That(settings.Command.Words, Is.EqualTo(new[] { "/opt/my io", "{file}", "{args}" }));
    }

    [TestCase("io")]
    [TestCase("=io {file}")]
    [TestCase("io=io")]
    public void An_option_that_makes_none_is_refused(string text) =>
        Assert.That(() => ConfigurationFile.FromOption(text), Throws.TypeOf<UsageException>());
}
