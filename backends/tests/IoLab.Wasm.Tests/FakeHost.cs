using IoLab.Contract;
using IoLab.Wasm.Hosts;

namespace IoLab.Wasm.Tests;

/// <summary>Hosts that are shell scripts and say what a guest would say, or what none would.</summary>
internal sealed class FakeHost(string script) : IGuestHostFinder
{
    /// <summary>A guest's greeting and the answer to its start, as printf writes them. <c>receive</c> reads one whole request, so nothing is answered before it was asked.</summary>
    public const string Sound =
        "receive() { n=$(head -c 4 | od -An -tu4); head -c $((n + 1)) > /dev/null; }; "
        + @"printf '\010\000\000\000\100\111\117\114\127\004\000\000\000'; receive; printf '\000\000\000\000\101'; ";

    private static readonly RunLimits Limits = new() { Time = TimeSpan.FromSeconds(2) };

    /// <inheritdoc/>
    public string Remedy => "install it";

    /// <inheritdoc/>
    public GuestHost? Find() => new("/bin/sh", (_, _) => ["-c", script]);

    /// <summary>A backend whose host runs a script.</summary>
    public static WasmBackend Running(string script, TimeSpan? startTime = null) => new("wasm", "fake", new FakeHost(script), new WasmSettings
    {
        ModuleFilePath = typeof(FakeHost).Assembly.Location, StartTime = startTime ?? TimeSpan.FromSeconds(20), Grace = TimeSpan.FromMilliseconds(100),
    });

    /// <summary>What a program comes to under it.</summary>
    public static async Task<RunResult> ResultOfAsync(string script)
    {
        await using ISession session = await Running(Sound + "receive; " + script).StartAsync(new SessionOptions());
        return await session.RunAsync(new IoProgram { Source = "1" }, Limits);
    }
}
