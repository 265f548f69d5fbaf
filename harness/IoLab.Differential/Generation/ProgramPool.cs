using System.Text;
using System.Text.RegularExpressions;

namespace IoLab.Differential.Generation;

/// <summary>
/// Programs that mutated programs are made of: corpus cases and earlier findings. Programs that reach for the world outside, or that are long or slow, are left out.
/// A pool is known by its hash: a mutated program can be made again from an equal pool only.
/// </summary>
public sealed partial class ProgramPool
{
    private const int MaxLength = 6_000;
    private const ulong HashBasis = 14695981039346656037;
    private const ulong HashPrime = 1099511628211;

    /// <summary>A pool of those programs that can be used, in the order given.</summary>
    public ProgramPool(IEnumerable<string> sources)
    {
        Programs = [.. sources.Where(IsUsable)];
        Hash = Programs.Aggregate(HashBasis, HashOf);
    }

    /// <summary>The programs.</summary>
    public IReadOnlyList<string> Programs { get; }

    /// <summary>What tells it from other pools.</summary>
    public ulong Hash { get; }

    /// <summary>The <c>.io</c> files below a directory, in the order of their paths.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static ProgramPool FromDirectory(string directoryPath) => new(
        Directory.EnumerateFiles(directoryPath, "*.io", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    private static bool IsUsable(string source) =>
        source.Length <= MaxLength && !Outside().IsMatch(source) && !(Loops().IsMatch(source) && LargeNumber().IsMatch(source)) && ProgramText.Compiles(source);

    private static ulong HashOf(ulong hash, string source)
    {
        foreach (byte one in Encoding.UTF8.GetBytes(source)) hash = (hash ^ one) * HashPrime;
        return (hash ^ 0xFF) * HashPrime;
    }

    /// <summary>Names whose answers depend on the world, on time, on identities or on the machine.</summary>
    [GeneratedRegex(
        @"\b(System|File|Directory|Date|Path|Importer|Collector|Random|Sandbox|Profiler|Debugger|TestRunner|UnitTest|TestSuite|WeakLink|doFile|doRelativeFile|relativeDoFile|launchFile"
        + @"|exit|sleep|uniqueId|uniqueHexId|memorySize|secondsToRun|cpuSecondsToRun|typeId|setLabel|isLaunchScript|asOSPath|stringByExpandingTilde|thisSourceFile|AddonLoader|Addons|hash|id|uniqueName"
        + @"|frameCount|frameMessages|frameStates|asBytes|asMap|stackSize|recycledObjectCount|setLobby|become)\b|Lobby\s+(exit|removeSlot|setProto)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Outside();

    [GeneratedRegex(@"\b(while|loop|repeat|for|f|m|recurse)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Loops();

    [GeneratedRegex(@"\d{4,}|\de\d|<<|\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex LargeNumber();
}
