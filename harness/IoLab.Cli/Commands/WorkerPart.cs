using IoLab.Workers;

namespace IoLab.Cli.Commands;

/// <summary>The process that hosts a session of one of our machines for another process of ours.</summary>
internal static class WorkerPart
{
    /// <summary>The word that starts such a process. It is between our own processes and may change at any time, so no help shows it.</summary>
    public const string Word = "worker";

    /// <summary>Serves on the standard streams until they end.</summary>
    public static int Run(CliContext context)
    {
        BackendRegistry registry = context.Registry(RegistryOptions.None);
        using Stream input = context.Host.OpenInput();
        return new WorkerServer(registry.Get, input, context.Host.OutputStream).Run();
    }
}
