using IoLab.Contract;

namespace IoLab.External.Tests;

/// <summary>The backend around the sessions: probing, starting, command lines.</summary>
[CancelAfter(30_000)]
public class BackendSpecs
{
    [Test]
    public async Task Probing_reads_the_version()
    {
        var backend = new ExternalBackend(Dummy.Settings with { VersionCommand = CommandTemplate.FromWords([Dummy.ProgramFilePath, "--version"]) });

        Assert.That(await backend.ProbeAsync(), Is.EqualTo(new ProbeResult(true, "dummy 1.2.3", null)));
    }

    [Test]
    public async Task Probing_an_absent_program_says_what_to_do_and_does_not_throw()
    {
        var backend = new ExternalBackend(Dummy.Settings with { Command = CommandTemplate.Parse("no-such-io {file}") });

        ProbeResult probe = await backend.ProbeAsync();

        Assert.That(probe.IsUsable, Is.False);
        Assert.That(probe.Remedy, Does.Contain("no-such-io is not on PATH"));
        Assert.That(async () => await backend.StartAsync(new SessionOptions()), Throws.TypeOf<BackendException>());
    }

    [Test]
    public async Task Probing_a_version_command_that_fails_says_so()
    {
        var backend = new ExternalBackend(Dummy.Settings with { VersionCommand = CommandTemplate.FromWords([Dummy.ProgramFilePath]) });

        ProbeResult probe = await backend.ProbeAsync();

        Assert.That(probe.IsUsable, Is.False);
        Assert.That(probe.Remedy, Does.Contain("make this command work"));
    }

    [Test]
    public void Mutants_are_refused() =>
        Assert.That(async () => await Dummy.StartAsync(options: new SessionOptions { Mutants = ["x"] }), Throws.TypeOf<BackendException>());

    [TestCase("io {file} {args}", "io|f.io|a b|c")]
    [TestCase("  'my io'  --x=\"{file}\" ", "my io|--x=f.io")]
    [TestCase("a\\ b '' {file}", "a b||f.io")]
    [TestCase("sh -c '{file} {args}'", "sh|-c|f.io a b c")]
    public void A_command_line_is_split_without_a_shell(string text, string expected) =>
        Assert.That(string.Join('|', CommandTemplate.Parse(text).Expand("f.io", ["a b", "c"])), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("io 'open")]
    public void A_command_line_that_is_none_is_refused(string text) =>
        Assert.That(() => CommandTemplate.Parse(text), Throws.TypeOf<FormatException>());

    [Test]
    public void A_command_line_prints_so_that_it_reads_back()
    {
        var template = CommandTemplate.FromWords(["my io", "it's", "{file}"]);

        Assert.That(CommandTemplate.Parse(template.ToString()).Words, Is.EqualTo(template.Words));
    }
}
