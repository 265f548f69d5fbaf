namespace IoLab.Wasm.Hosts;

/// <summary>A program that runs WebAssembly modules.</summary>
/// <param name="ProgramFilePath">Where it is.</param>
/// <param name="Arguments">Its arguments, given the module and the directories the guest sees.</param>
public sealed record GuestHost(string ProgramFilePath, Func<string, IReadOnlyList<string>, IEnumerable<string>> Arguments)
{
    /// <summary>The words that start the guest.</summary>
    /// <param name="moduleFilePath">The module.</param>
    /// <param name="directories">The directories it sees, under the same paths.</param>
    public IReadOnlyList<string> Command(string moduleFilePath, IReadOnlyList<string> directories) =>
        [ProgramFilePath, .. Arguments(moduleFilePath, directories)];
}

/// <summary>Finds a host on this machine.</summary>
public interface IGuestHostFinder
{
    /// <summary>What to do when there is none.</summary>
    string Remedy { get; }

    /// <summary>The host, or null. Never throws.</summary>
    GuestHost? Find();
}
