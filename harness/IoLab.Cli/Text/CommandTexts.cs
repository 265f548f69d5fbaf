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
}
