using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IoLab.External.Processes;

/// <summary>A child with everything it started.</summary>
/// <remarks>
/// Where <c>setsid</c> exists, a child leads a process group of its own, so that descendants whose parents are gone are found too.
/// Elsewhere the tree is walked by parent ids, which misses those.
/// </remarks>
public static class ProcessTree
{
    private const int SigKill = 9;

    /// <summary>The program that makes a child a group leader, or null.</summary>
    public static string? GroupLauncher { get; } =
        OperatingSystem.IsLinux() ? ExecutableFinder.Find("setsid", "/", "/usr/bin:/bin") : null;

    /// <summary>Ends a child and its descendants at once.</summary>
    public static void Kill(Process child)
    {
        try
        {
            KillGroup(child.Id);
            child.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // Gone already.
        }
    }

    /// <summary>Ends what is left of the group that a child led. Its id cannot have been reused while a member lives.</summary>
    public static void KillGroup(int leaderId)
    {
        if (GroupLauncher is not null) _ = SendSignal(-leaderId, SigKill);
    }

    /// <summary>Resident memory of a process and its descendants, in bytes; 0 when it cannot be read.</summary>
    public static long ResidentBytes(int processId)
    {
        if (!OperatingSystem.IsLinux()) return 0;
        long total = 0;
        var pending = new Stack<int>([processId]);
        while (pending.TryPop(out int id))
        {
            try
            {
                string[] fields = File.ReadAllText($"/proc/{id}/statm").Split(' ');
                total += long.Parse(fields[1]) * Environment.SystemPageSize;
                string childrenFilePath = $"/proc/{id}/task/{id}/children";
                if (!File.Exists(childrenFilePath)) continue;
                foreach (string child in File.ReadAllText(childrenFilePath).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    pending.Push(int.Parse(child));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
            {
                // It ended while we looked.
            }
        }

        return total;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int processId, int signal);
}
