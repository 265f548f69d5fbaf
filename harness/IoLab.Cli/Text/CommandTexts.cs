namespace IoLab.Cli.Text;

/// <summary>The text of every command's help page.</summary>
internal static class CommandTexts
{
    private const string Running = "Run programs";

    public static CommandText Run { get; } = new(
        "run", Running, "runs an Io program",
        ["[OPTIONS] FILE [ARGUMENTS...]", "[OPTIONS] -e CODE..."],
        "Runs the file with the words behind it as System args, or the code. Input and output go straight through. As the reference VM does, the trace "
        + "of an exception that is not caught goes to standard output; unlike it, the exit code tells: the guest's own (System exit), 65 for a program "
        + "that does not compile, 70 for an exception that was not caught.",
        [
            ("iolab run hello.io one two", "runs hello.io; System args is list(\"hello.io\", \"one\", \"two\")"),
            ("iolab run --backend tree --counters -e '10 repeat(i, i println)'", "runs code on the reference machine and shows what the machine counted"),
        ]);

    public static CommandText Backends { get; } = new(
        "backends", Running, "lists the backends: version, whether usable, what to install",
        ["[OPTIONS]"],
        "A backend is anything that runs Io: our own machines, and every command line named in iolab.json or with --external. iolab help configuration "
        + "describes the file.",
        [
            ("iolab backends", "a table"),
            ("iolab backends --external io='io {file} {args}' --json", "one more backend, for a program to read"),
        ]);

    private const string Checking = "Check";

    public static CommandText Conform { get; } = new(
        "conform", Checking, "runs the conformance corpus",
        ["[OPTIONS] [PATTERN...]"],
        "Runs every case on every backend and compares outcome, exception and output with what the case expects. A pattern is an area, a name, or a glob "
        + "over area/name. Exit code 1 when a case fails, or a listed failure passes. With --record, writes the expectations from what an oracle does: twice, "
        + "refusing what differs.",
        [
            ("iolab conform", "the whole corpus on our own backends"),
            ("iolab conform 'list/*' --backend tree --junit out.xml", "one area on one backend, with JUnit XML"),
            ("iolab conform --record --oracle io 'string/*'", "expectations from the reference that iolab.json names io"),
        ]);

    public static CommandText Diff { get; } = new(
        "diff", Checking, "compares backends on programs",
        ["[OPTIONS] BACKEND BACKEND... [FILE.io...]", "[OPTIONS] BACKEND BACKEND... --corpus", "[OPTIONS] BACKEND BACKEND... -e CODE"],
        "Runs each program on each backend and compares outcome, exception type and message, and output with identities masked. Shows the first difference with "
        + "both sides and the command that repeats it. Exit code 1 when backends differ, 2 when none of them came to an end.",
        [
            ("iolab diff tree closure --corpus", "do our machines agree on every case?"),
            ("iolab diff tree closure -e 'list(3, 1, 2) sort println'", "and on this?"),
        ]);
}
