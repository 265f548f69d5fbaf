namespace IoLab.External.Results;

/// <summary>Names of the signals that end programs.</summary>
internal static class Signals
{
    private const int ShellOffset = 128;

    /// <summary>Does the exit code say that a signal ended the program (its own, or one below it that a shell reports)?</summary>
    public static bool IsSignal(int exitCode) => exitCode is > ShellOffset and < ShellOffset + 32;

    /// <summary>The signal's name and what it means.</summary>
    public static string Describe(int exitCode) => (exitCode - ShellOffset) switch
    {
        3 => "SIGQUIT",
        4 => "SIGILL: illegal instruction",
        5 => "SIGTRAP",
        6 => "SIGABRT: it aborted",
        7 => "SIGBUS: memory fault",
        8 => "SIGFPE: arithmetic fault",
        9 => "SIGKILL: something else killed it, such as the system when memory runs out",
        11 => "SIGSEGV: memory fault",
        13 => "SIGPIPE",
        15 => "SIGTERM",
        int n => $"signal {n}",
    };
}
