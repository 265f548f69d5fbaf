using IoLab.Contract;

namespace IoLab.Wasm.Tests;

/// <summary>The committed guest under whichever host is here; skipped, loudly, without one.</summary>
[TestFixture("wasm"), TestFixture("wasm@node"), CancelAfter(120_000)]
public class GuestSpecs(string name)
{
    private static readonly RunLimits Limits = new() { Time = TimeSpan.FromSeconds(30) };
    private readonly WasmBackend _backend = name == "wasm" ? WasmBackend.UnderWasmtime() : WasmBackend.UnderNode();

    [OneTimeSetUp]
    public async Task NeedsAHostAsync()
    {
        ProbeResult probe = await _backend.ProbeAsync();
        if (!probe.IsUsable) Assert.Ignore($"NO HOST FOR {name}: {probe.Remedy}");
    }

    [Test]
    public async Task A_hundred_resets_do_not_make_a_guest_grow()
    {
        await using ISession session = await _backend.StartAsync(SessionOptions.Deterministic);
        for (int i = 0; i < 100; i++)
        {
            RunResult result = await RunAsync(session, "Lobby hasSlot(\"kept\") println; kept := List clone; 20 repeat(kept append(Sequence clone setSize(1000000)))");
            Assert.That((result.Outcome, result.StandardOutput), Is.EqualTo((Outcome.Completed, "false\n")), result.Detail);
            await session.ResetAsync();
        }
    }

    [Test]
    public async Task A_guest_that_may_touch_no_files_sees_none()
    {
        await using ISession session = await _backend.StartAsync(new SessionOptions { Permissions = Permissions.None });
        RunResult result = await RunAsync(session, "e := try(File with(\"/etc/passwd\") contents) error; e println; Directory with(\"/\") exists println");
        Assert.That(result.StandardOutput, Does.StartWith("'contents' is not permitted: this session has no access to files"));
        Assert.That(result.Exception?.Message, Does.Contain("is not permitted"));
    }

    [Test]
    public async Task A_message_tree_deeper_than_the_host_s_stack_is_a_result_and_the_session_goes_on()
    {
        await using ISession session = await _backend.StartAsync(SessionOptions.Deterministic);
        RunResult deep = await RunAsync(session, $"{new string('(', 300_000)}1{new string(')', 300_000)} println");
        Assert.That(deep.Outcome, Is.Not.EqualTo(Outcome.TimedOut), deep.Detail);
        Assert.That((await RunAsync(session, "1 println")).StandardOutput, Is.EqualTo("1\n"));
    }

    [Test]
    public async Task A_shell_command_runs_on_the_host_s_side_with_the_program_s_directory_and_variables()
    {
        await using ISession session = await _backend.StartAsync(new SessionOptions { Permissions = Permissions.All, WorkingDirectoryPath = "/tmp" });
        RunResult result = await RunAsync(session, """
            System setEnvironmentVariable("GREETING", "hello")
            r := System runCommand("echo $GREETING; pwd >&2; exit 4", 4)
            list(r exitStatus, r succeeded, r failed, r stdout, r stderr) println
            System system("echo said; exit 300") println
            """);
        Assert.That(result.StandardOutput, Is.EqualTo("list(4, true, false, \"hello\\n\", \"/tmp\\n\")\nsaid\n44\n"), result.Detail);
    }

    [Test]
    public async Task A_shell_command_that_does_not_end_is_ended_with_its_run_and_the_session_goes_on()
    {
        await using ISession session = await _backend.StartAsync(new SessionOptions { Permissions = Permissions.All });
        RunResult endless = await session.RunAsync(new IoProgram { Source = "System system(\"sleep 100\")" }, new RunLimits { Time = TimeSpan.FromSeconds(1) });
        Assert.That(endless.Outcome, Is.EqualTo(Outcome.TimedOut), endless.Detail);
        Assert.That((await RunAsync(session, "System system(\"exit 5\") println")).StandardOutput, Is.EqualTo("5\n"));
    }

    [Test]
    public async Task A_program_that_may_start_no_processes_is_told_so()
    {
        await using ISession session = await _backend.StartAsync(new SessionOptions { Permissions = Permissions.None });
        Assert.That((await RunAsync(session, "System system(\"true\")")).Exception?.Message, Does.Contain("no access to processes"));
    }

    private static async Task<RunResult> RunAsync(ISession session, string source) => await session.RunAsync(new IoProgram { Source = source }, Limits);
}
