using IoLab.Contract;

namespace IoLab.External.Tests;

/// <summary>Makes backends of the dummy program.</summary>
internal static class Dummy
{
    public static string ProgramFilePath { get; } = Path.Combine(AppContext.BaseDirectory, "iolab-dummy");

    public static ExternalSettings Settings { get; } = new()
    {
        Name = "dummy",
        Command = CommandTemplate.FromWords([ProgramFilePath, "{file}", "{args}"]),
    };

    public static RunLimits Limits { get; } = new() { Time = TimeSpan.FromSeconds(20) };

    public static IoProgram Program(params string[] verbs) => new() { Source = string.Join('\n', verbs), Label = "case.io", Arguments = ["case.io"] };

    public static async Task<ISession> StartAsync(ExternalSettings? settings = null, SessionOptions? options = null) =>
        await new ExternalBackend(settings ?? Settings).StartAsync(options ?? new SessionOptions());

    public static async Task<RunResult> RunAsync(IoProgram program, RunLimits? limits = null, SessionOptions? options = null)
    {
        await using ISession session = await StartAsync(options: options);
        return await session.RunAsync(program, limits ?? Limits);
    }
}
