using IoLab.Contract;

namespace IoLab.Harness.Execution;

/// <summary>Session options cut down to what a backend declares: a harness must not ask for more.</summary>
public static class OptionsFor
{
    /// <summary>Deterministic options: the virtual clock where the backend has one.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="workingDirPath">The guest's working directory, or null for this process's own.</param>
    public static SessionOptions Comparing(IBackend backend, string? workingDirPath = null) => SessionOptions.Deterministic with
    {
        Clock = backend.Capabilities.HasFlag(Capabilities.VirtualClock) ? ClockKind.Virtual : ClockKind.Real,
        WorkingDirectoryPath = workingDirPath,
    };
}
