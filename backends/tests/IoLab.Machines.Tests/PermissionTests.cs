using IoLab.Closure;
using IoLab.Contract;
using IoLab.Tree;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>What a session denies raises an Io exception that says what is missing and how to get it.</summary>
public sealed class PermissionTests
{
    private static readonly IBackend[] Machines = [new TreeBackend(), new ClosureBackend(), new IoLab.Bytecode.BytecodeBackend()];

    private static readonly (Permissions Needed, string Word, string Program)[] Uses =
    [
        (Permissions.Files, "files", "File with(\"x\") openForReading"),
        (Permissions.Files, "files", "File with(\"x\") contents"),
        (Permissions.Files, "files", "File with(\"x\") setContents(\"y\")"),
        (Permissions.Files, "files", "File with(\"x\") exists"),
        (Permissions.Files, "files", "File with(\"x\") remove"),
        (Permissions.Files, "files", "File temporaryFile"),
        (Permissions.Files, "files", "Directory with(\"/\") items"),
        (Permissions.Files, "files", "Directory with(\"/\") files"),
        (Permissions.Files, "files", "Directory with(\"/\") walk(item, item)"),
        (Permissions.Files, "files", "Directory with(\"x\") create"),
        (Permissions.Files, "files", "Directory setCurrentWorkingDirectory(\"/\")"),
        (Permissions.Files, "files", "doFile(\"x.io\")"),
        (Permissions.Files, "files", "doRelativeFile(\"x.io\")"),
        (Permissions.Environment, "environment", "System getEnvironmentVariable(\"HOME\")"),
        (Permissions.Environment, "environment", "System setEnvironmentVariable(\"HOME\", \"x\")"),
        (Permissions.Processes, "processes", "System system(\"true\")"),
        (Permissions.Processes, "processes", "System runCommand(\"true\")"),
        (Permissions.Processes, "processes", "System thisProcessPid"),
    ];

    [Test]
    public async Task A_denied_use_is_an_exception_that_names_what_grants_it(
        [ValueSource(nameof(Machines))] IBackend machine, [ValueSource(nameof(Uses))] (Permissions Needed, string Word, string Program) use)
    {
        string message = await ErrorAsync(machine, Permissions.All & ~use.Needed, use.Program);

        Assert.That(message, Does.Match(@"^'\w+' is not permitted: this session has no access to .*\(iolab run --allow " + use.Word + @" grants it\)\n$"));
    }

    [Test]
    public async Task Standard_streams_need_no_permission([ValueSource(nameof(Machines))] IBackend machine)
    {
        Assert.That(await OutputAsync(machine, Permissions.None, "File standardOutput write(File standardInput readLine, \"\\n\")"), Is.EqualTo("line\n"));
    }

    [Test]
    public async Task Who_may_not_see_files_does_not_see_where_they_are([ValueSource(nameof(Machines))] IBackend machine)
    {
        string output = await OutputAsync(machine, Permissions.None, "write(Directory currentWorkingDirectory, \" \", System launchPath, \" \", Path absolute(\"x\"), \"\\n\")");

        Assert.That(output, Is.EqualTo("/ / /x\n"));
    }

    [Test]
    public async Task A_denied_clock_stands_still_and_waiting_takes_no_time([ValueSource(nameof(Machines))] IBackend machine)
    {
        string output = await OutputAsync(machine, Permissions.None, "Date clone now asNumber println; wait(100000); Date clone now asNumber println");

        Assert.That(output, Is.EqualTo("1767225600\n1767325600\n"));
    }

    [Test]
    public async Task No_file_is_imported_without_permission([ValueSource(nameof(Machines))] IBackend machine)
    {
        string message = await ErrorAsync(machine, Permissions.None, "Importer addSearchPath(\"/\"); SomethingNobodyKnows");

        Assert.That(message, Is.EqualTo("Object does not respond to 'SomethingNobodyKnows'\n"));
    }

    private static Task<string> ErrorAsync(IBackend machine, Permissions permissions, string program) =>
        OutputAsync(machine, permissions, $"e := try({program}); if(e, e error, \"no exception\") println");

    private static async Task<string> OutputAsync(IBackend machine, Permissions permissions, string program)
    {
        await using ISession session = await machine.StartAsync(new SessionOptions { Permissions = permissions });
        RunResult result = await session.RunAsync(new IoProgram { Source = program, StandardInput = "line\n" }, new RunLimits());
        return result.Exception?.Message ?? result.StandardOutput;
    }
}
