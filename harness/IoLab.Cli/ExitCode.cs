namespace IoLab.Cli;

/// <summary>The one place that says what exit codes mean. <c>iolab help exit-codes</c> prints it.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Fine = 0;
    /// <summary>A check's verdict is negative.</summary>
    public const int NegativeVerdict = 1;
    /// <summary>A run failed, so there is no verdict.</summary>
    public const int NoVerdict = 2;
    /// <summary>Usage or configuration.</summary>
    public const int Usage = 3;
    /// <summary>A bug of IoLab.</summary>
    public const int Internal = 4;
    /// <summary>The data cannot tell.</summary>
    public const int Undecidable = 5;
    /// <summary><c>run</c>: the program did not compile.</summary>
    public const int GuestSyntaxError = 65;
    /// <summary><c>run</c>: an exception was not caught.</summary>
    public const int GuestRaised = 70;
    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;

    /// <summary>Every code with its meaning, in order.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Table { get; } =
    [
        (Fine, "all went well; of a check: it holds"),
        (NegativeVerdict, "a check's verdict is negative: a case failed, results differ, something got slower"),
        (NoVerdict, "a run failed, crashed or hit a limit, so there is no verdict"),
        (Usage, "the command line or the configuration is wrong; the message says what to type"),
        (Internal, "a bug in IoLab itself; the message is worth a report"),
        (Undecidable, "the data cannot tell at this noise and sample count"),
        (GuestSyntaxError, "iolab run: the program did not compile"),
        (GuestRaised, "iolab run: an exception was not caught"),
        (Interrupted, "interrupted"),
    ];
}
