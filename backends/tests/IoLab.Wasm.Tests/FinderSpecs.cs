using IoLab.Contract;
using IoLab.Wasm.Hosts;

namespace IoLab.Wasm.Tests;

/// <summary>Where a host is looked for, and what is said when there is none.</summary>
public class FinderSpecs
{
    private readonly string _dirPath = Directory.CreateTempSubdirectory("iolab-wasm-").FullName;

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_dirPath, recursive: true);

    [Test]
    public void The_named_program_comes_first_then_the_search_path_then_what_setup_brought()
    {
        string named = Touch("named/my-wasmtime"), onPath = Touch("bin/wasmtime");
        string wizer = Touch($"{WasmtimeFinder.NpmFolder}/node_modules/@bytecodealliance/wizer-linux-{(System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64")}/wizer");
        string path = Path.GetDirectoryName(onPath)!;
        Assert.Multiple(() =>
        {
            Assert.That(Found(("IOLAB_WASMTIME", named), ("PATH", path))?.ProgramFilePath, Is.EqualTo(named));
            Assert.That(Found(("PATH", path))?.ProgramFilePath, Is.EqualTo(onPath));
            Assert.That(Found()?.ProgramFilePath, Is.EqualTo(wizer).Or.Null, "the package has a binary for each system");
            Assert.That(Found(("IOLAB_WASMTIME", "/nowhere/wasmtime"), ("PATH", path)), Is.Null, "a name that is wrong is not passed over");
        });
    }

    [Test]
    public void Directories_are_given_as_each_host_wants_them()
    {
        GuestHost wasmtime = Found(("IOLAB_WASMTIME", Touch("a/wasmtime")))!, wizer = Found(("IOLAB_WASMTIME", Touch("b/wizer")))!;
        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', wasmtime.Command("m", ["/x"]).Skip(1)), Is.EqualTo("run --dir /x --invoke serve m"));
            Assert.That(string.Join(' ', wasmtime.Command("m", []).Skip(1)), Is.EqualTo("run --invoke serve m"));
            Assert.That(string.Join(' ', wizer.Command("m", ["/x"]).Skip(1)), Does.StartWith("--allow-wasi --mapdir /x::/x -f serve -o"));
            Assert.That(string.Join(' ', wizer.Command("m", []).Skip(1)), Does.Not.Contain("mapdir"));
        });
    }

    [Test]
    public async Task Without_a_host_the_backend_says_what_to_install()
    {
        var backend = new WasmBackend("wasm", "none", new WasmtimeFinder(new SystemPlaces(_ => null, [])), new WasmSettings { ModuleFilePath = Touch("m.wasm") });
        ProbeResult probe = await backend.ProbeAsync();
        Assert.That(probe.IsUsable, Is.False);
        Assert.That(probe.Remedy, Does.Contain("https://wasmtime.dev").And.Contain("scripts/setup"));
        Assert.That(async () => await backend.StartAsync(new SessionOptions()), Throws.TypeOf<BackendException>().With.Message.Contains("install Wasmtime"));
    }

    private GuestHost? Found(params (string Name, string Value)[] variables) =>
        new WasmtimeFinder(new SystemPlaces(name => variables.FirstOrDefault(variable => variable.Name == name).Value, [_dirPath])).Find();

    private string Touch(string relativePath)
    {
        string filePath = Path.Combine(_dirPath, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(filePath)!);
        File.WriteAllText(filePath, "");
        return filePath;
    }
}
