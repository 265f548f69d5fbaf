using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using IoLab.Contract;

namespace IoLab.Cli.Host;

/// <summary>Describes the machine and runtime a run is made on.</summary>
internal static class MachineProbe
{
    private const string CpuInfoFilePath = "/proc/cpuinfo";
    private const string GovernorFilePath = "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";

    /// <summary>The machine now.</summary>
    /// <param name="repositoryDirPath">Whose commit is named, or null.</param>
    public static EnvironmentInfo Read(string? repositoryDirPath)
    {
        string processor = Processor();
        int cores = Environment.ProcessorCount;
        long memory = Memory();
        string system = RuntimeInformation.OSDescription;
        GitInfo git = repositoryDirPath is null ? new GitInfo(null, null) : GitInfo.Read(repositoryDirPath);
        return new EnvironmentInfo
        {
            Fingerprint = Fingerprint(processor, cores, memory),
            Processor = processor,
            Cores = cores,
            Memory = new Bytes(memory),
            OperatingSystem = $"{system} {RuntimeInformation.OSArchitecture}",
            Runtime = RuntimeInformation.FrameworkDescription,
            Governor = ReadLine(GovernorFilePath),
            IsVirtual = IsVirtual(),
            LoadAverage = Load(),
            RuntimeSettings = RuntimeSettings(),
            Commit = git.Commit,
            Branch = git.Branch,
        };
    }

    /// <summary>Memory counts in whole gigabytes: what a kernel keeps for itself differs from boot to boot.</summary>
    private static string Fingerprint(string processor, int cores, long memory)
    {
        string text = $"{processor}|{cores}|{(memory + (1L << 29)) >> 30}|{RuntimeInformation.OSArchitecture}|{Environment.OSVersion.Platform}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }

    private static string Processor() =>
        Lines(CpuInfoFilePath).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? $"{RuntimeInformation.ProcessArchitecture} processor";

    private static long Memory()
    {
        string? total = Lines("/proc/meminfo").FirstOrDefault(line => line.StartsWith("MemTotal:", StringComparison.Ordinal));
        return total is not null ? long.Parse(total.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10
            : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
    }

    private static bool? IsVirtual() => OperatingSystem.IsLinux()
        ? File.Exists("/.dockerenv") || Lines(CpuInfoFilePath).Any(line => line.StartsWith("flags", StringComparison.Ordinal) && line.Contains(" hypervisor", StringComparison.Ordinal))
        : null;

    private static double? Load() =>
        ReadLine("/proc/loadavg") is { } line && double.TryParse(line.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double load) ? load : null;

    private static string RuntimeSettings()
    {
        var parts = new List<string>
        {
            GCSettings.IsServerGC ? "server GC" : "workstation GC",
            GCSettings.LatencyMode == GCLatencyMode.Batch ? "not concurrent" : "concurrent",
            $"tiered compilation {(AppContext.TryGetSwitch("System.Runtime.TieredCompilation", out bool tiered) && !tiered ? "off" : "on")}",
            $"tiered PGO {(AppContext.TryGetSwitch("System.Runtime.TieredPGO", out bool pgo) && !pgo ? "off" : "on")}",
        };
        parts.AddRange(Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("DOTNET_TC_", StringComparison.Ordinal) || name.StartsWith("DOTNET_GC", StringComparison.Ordinal) || name.StartsWith("DOTNET_Tiered", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}"));
        return string.Join(", ", parts);
    }

    private static IEnumerable<string> Lines(string filePath)
    {
        try
        {
            return File.Exists(filePath) ? File.ReadAllLines(filePath) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? ReadLine(string filePath) => Lines(filePath).FirstOrDefault();
}
