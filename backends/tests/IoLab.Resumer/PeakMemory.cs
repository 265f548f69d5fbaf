using System.Globalization;

namespace IoLab.Resumer;

/// <summary>The largest resident size of this process.</summary>
public static class PeakMemory
{
    /// <summary>Bytes, as Linux counts them; 0 elsewhere.</summary>
    public static long Read()
    {
        const string statusFilePath = "/proc/self/status";
        if (!File.Exists(statusFilePath))
            return 0;
        var line = File.ReadLines(statusFilePath).First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }
}
