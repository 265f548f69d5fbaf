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
            ("iolab run --sandbox --time 2s strange.io", "runs a program that nobody trusts, in a process of its own, for two seconds at most"),
            ("iolab run --backend tree --counters -e '10 repeat(i, i println)'", "runs code on the reference machine and shows what the machine counted"),
        ]);

    public static CommandText Repl { get; } = new(
        "repl", Running, "evaluates Io as you type it",
        ["[OPTIONS] [FILE...]"],
        "Runs the files, then reads entries and prints what each evaluates to; _ is the last value. An entry with an open bracket, quote or comment goes on in the next line. Ctrl-C "
        + "interrupts what is running, Ctrl-D or exit ends. At a terminal there are line editing, history and completion with the tab key; otherwise lines are read as they are. "
        + "docs/repl.md tells more.",
        [
            ("iolab repl", "a session on our fast machine"),
            ("iolab repl --backend tree@worker setup.io", "runs setup.io first, in a process that may crash without harm"),
            ("echo '1 + 2' | iolab repl", "prints ==> 3"),
        ]);

    public static CommandText Backends { get; } = new(
        "backends", Running, "lists the backends: version, whether usable, what to install",
        ["[OPTIONS]"],
        "A backend is anything that runs Io: our own machines (with @worker behind the name in worker processes of their own, which a program may crash), and every command line named in iolab.json or with --external. iolab help configuration "
        + "describes the file.",
        [
            ("iolab backends", "a table"),
            ("iolab backends --external io='io {file} {args}' --json", "one more backend, for a program to read"),
        ]);

    public static CommandText Disasm { get; } = new(
        "disasm", Running, "shows the code a program is compiled to",
        ["[OPTIONS] FILE", "[OPTIONS] -e CODE"],
        "Compiles a program without running it and lists its code: first the program's own, then that of each method and block in the order of the source. A line is an instruction: its place, its "
        + "operands, and the line and message of the source it was made from. What is compiled only when it is reached, such as arguments that somebody evaluates later, iolab run --dump-code shows. "
        + "docs/bytecode.md has the table of instructions. Exit code 65 for a program that does not compile.",
        [
            ("iolab disasm fib.io", "the code of fib.io"),
            ("iolab disasm -e 'f := method(n, if(n < 2, n, f(n - 1) + f(n - 2)))'", "and of this"),
            ("iolab disasm --json fib.io", "the same for a program to read"),
            ("iolab run --dump-code fib.io", "runs fib.io and lists everything that was compiled for it, on standard error"),
        ]);

    public static CommandText Profile { get; } = new(
        "profile", Running, "tells where a program's instructions and bytes go",
        ["[OPTIONS] FILE [ARGUMENTS...]", "[OPTIONS] -e CODE", "[OPTIONS] --benchmark SUITE/NAME"],
        "Runs a program and counts: instructions by method and by kind, what the inline caches of its sites found, searched for and missed, bytes by site. The stack is sampled every 997 "
        + "instructions, so that equal runs have equal profiles; flame graphs are made of the samples. Also a run that raises, is interrupted or hits a limit has a profile. Standard output is the "
        + "profile's; what the program prints goes to standard error. Exit codes are those of iolab run. docs/bytecode.md tells how to read it.",
        [
            ("iolab profile slow.io", "tables of the hottest methods, instructions and sites"),
            ("iolab profile --benchmark awfy/Richards --pairs --top 5", "a turn of a benchmark, with pairs of instructions that follow one another"),
            ("iolab profile --speedscope slow.json --folded slow.folded slow.io", "also flame graphs, for speedscope.app and for flamegraph.pl"),
            ("iolab profile --time 10s --json endless.io", "the first ten seconds of it, for a program to read"),
        ]);

    private const string Checking = "Check";

    public static CommandText Conform { get; } = new(
        "conform", Checking, "runs the conformance corpus",
        ["[OPTIONS] [PATTERN...]"],
        "Runs every case on every backend and compares outcome, exception and output with what the case expects. A pattern is an area, a name, or a glob "
        + "over area/name. Exit code 1 when a case fails, or a listed failure passes. With --record, writes the expectations from what an oracle does: twice, "
        + "refusing what differs. With --hostile, runs programs that try to bring down who runs them.",
        [
            ("iolab conform", "the whole corpus on our own backends"),
            ("iolab conform 'list/*' --backend tree --junit out.xml", "one area on one backend, with JUnit XML"),
            ("iolab conform --coverage", "also a table of slots by cases; fails when a slot in common use has no case"),
            ("iolab conform --record --oracle io 'string/*'", "expectations from the reference that iolab.json names io"),
        ]);

    public static CommandText Diff { get; } = new(
        "diff", Checking, "compares backends on programs",
        ["[OPTIONS] BACKEND BACKEND... [FILE.io...]", "[OPTIONS] BACKEND BACKEND... --corpus", "[OPTIONS] BACKEND BACKEND... -e CODE"],
        "Runs each program on each backend and compares outcome, exception type and message, and output with identities masked. Shows the first difference with "
        + "both sides and the command that repeats it. Exit code 1 when backends differ, 2 when none of them came to an end.",
        [
            ("iolab diff tree closure --corpus", "do our machines agree on every case?"),
            ("iolab diff tree closure --locate long.io", "at which of its million events do they begin to differ?"),
            ("iolab diff tree closure -e 'list(3, 1, 2) sort println'", "and on this?"),
            ("iolab diff tree closure --directive 'args: 9' --directive 'stdin: one\\ntwo\\n' sums.io", "and on a program that has arguments and reads its input?"),
        ]);

    public static CommandText Fuzz { get; } = new(
        "fuzz", Checking, "generates programs and compares backends on them",
        ["[OPTIONS]", "--resume [OPTIONS]", "--print SEED"],
        "Makes programs, runs each on all backends, and looks into every disagreement, crash and hang: runs it again, locates it, reduces it, and stores it as a finding in the campaign's "
        + "directory. Our own machines run in worker processes, which may crash. A campaign can be ended and gone on with at any moment, and divided over machines whose parts iolab merge puts "
        + "together; docs/campaigns.md tells how. Exit code 1 when there is a finding that is not listed as known, 2 when no program came to an end.",
        [
            ("iolab fuzz --seconds 60", "a minute of our own machines against one another"),
            ("iolab fuzz --seed 7 --count 100000 --jobs 8", "programs 0 to 99,999 of campaign 7; the same programs whatever the jobs"),
            ("iolab fuzz --resume --seconds 600", "ten more minutes of the last campaign"),
            ("iolab fuzz --seed 7 --count 100000 --shard 2/4", "the second of four machines' parts"),
        ]);

    public static CommandText Merge { get; } = new(
        "merge", Checking, "puts the parts of a campaign together",
        ["DIR... --into DIR [OPTIONS]"],
        "Reads the directories of shards, run anywhere, and makes one of them as if one machine had run all: the same programs, findings and counts. Parts of different campaigns are refused; of "
        + "a lane that is there twice, the one that has gone further counts. Exit codes are those of iolab fuzz.",
        [
            ("iolab merge shard-* --into all", "one campaign out of many"),
            ("iolab fuzz --resume --dir all --seconds 60", "and a minute more of it"),
        ]);

    public static CommandText Findings { get; } = new(
        "findings", Checking, "lists, shows, replays and closes disagreements that were found",
        ["list [--all] [OPTIONS]", "show ID", "replay ID [OPTIONS]", "close ID --why TEXT", "case ID [--area AREA] [--oracle NAME] [OPTIONS]"],
        "A finding is a disagreement of backends, stored once however many programs show it, with the shortest program that does. Replay runs that program again on its backends: exit code 1 when they still "
        + "disagree, 0 when they agree, 2 without a verdict. Case makes a corpus case of it; the expectation is what the side says that is thought right, or the oracle that is named. A finding that "
        + "is met again after it was closed is open again. List fails with 1 when an entry of conformance/known-findings.json has expired.",
        [
            ("iolab findings list", "what is open, with how often it was met and who is accused"),
            ("iolab findings show 1f2e3d4c", "the program, both sides, where the traces part, the seed"),
            ("iolab findings replay 1f2e3d4c && iolab findings close 1f2e3d4c --why 'mended: the cache forgot resend'", "closes a finding that is gone"),
            ("iolab findings case 1f2e3d4c --area exception", "writes conformance/cases/exception/finding-1f2e3d4c.io and .out"),
        ]);

    public static CommandText Reduce { get; } = new(
        "reduce", Checking, "makes a program small that shows something",
        ["FILE.io --interesting COMMAND [OPTIONS]", "FILE.io --backends A,B [OPTIONS]"],
        "Takes away and simplifies parts of the program, on its message tree, as long as what it shows stays: a disagreement of backends of the same kind, the way one "
        + "backend ends it, or whatever a command says by exiting with 0. Prints the smallest program that no single step makes smaller. The result does not depend on the number of jobs. "
        + "Exit code 1 when the program does not show it to begin with, 5 when a test gives now this, now that answer.",
        [
            ("iolab reduce big.io --backends tree,closure -o small.io", "what do the machines disagree over?"),
            ("iolab reduce big.io --backends closure@worker", "what brings the machine down?"),
            ("iolab reduce big.io --interesting 'grep -q callcc big.io' --journal big.journal", "anybody's test; goes on where it was killed"),
            ("iolab reduce big.io --backends tree,closure --mutants FlooredRemainder", "with a bug planted on closure"),
        ]);

    private const string Keeping = "Keep and show";

    public static CommandText History { get; } = new(
        "history", Keeping, "lists, shows, imports and exports stored measurements",
        ["list [BENCHMARK] [OPTIONS]", "show [BENCHMARK] [OPTIONS]", "import FILE [--as NAME]", "export [FILE] [--shape SHAPE] [OPTIONS]"],
        "Every measurement of iolab bench is stored with its raw samples, for ever. Points of one series (suite, benchmark, metric, backend, engine, label, machine) "
        + "compare in time. Import reads exports of IoLab and the Io project's history.json, and adds nothing twice; FILE may be - for a standard stream.",
        [
            ("iolab history show slotAccesses --backend closure --last 20", "how one benchmark went, with changes of level"),
            ("iolab history import bench/history.json --as io", "the reference's own history beside ours"),
        ]);

    private const string MeasuringGroup = "Measure";

    public static CommandText Bench { get; } = new(
        "bench", MeasuringGroup, "measures backends, stores the points, writes a report",
        ["[OPTIONS] [PATTERN...]"],
        "Measures every benchmark on every backend in interleaved rounds, several fresh sessions each, after running the corpus. A wrong result is a failure and not a "
        + "time. The table shows levels and speed-ups with their 95 % intervals; the points are stored with their raw samples, and the last line is the report's path. "
        + "A pattern is a suite, a name, or a glob over suite/name; without one, suites of long programs such as awfy are left out. Exit code 2 when a benchmark gave no time.",
        [
            ("iolab bench --quick", "a first look in at most a minute of measuring"),
            ("iolab bench 'micro/slot*' --backend closure,io --external io='io {file} {args}'", "our fast machine beside another Io"),
            ("iolab bench --suite awfy", "the fourteen benchmarks of Are We Fast Yet"),
            ("iolab bench --suite micro --rigorous --label before", "a careful measurement to compare with later"),
        ]);

    public static CommandText Env { get; } = new(
        "env", MeasuringGroup, "describes this machine as measurements record it",
        ["[--json]"],
        "Prints processor, memory, system, runtime settings and commit, and warns of what makes measurements worse here: a busy machine, a frequency governor that saves power.",
        [
            ("iolab env", "is this machine fit for measuring?"),
            ("iolab env --json", "the same for a program"),
        ]);

    public static CommandText Report { get; } = new(
        "report", Keeping, "writes the last results and the history as one HTML file",
        ["[OPTIONS]"],
        "The file holds everything: verdict, conformance matrix, benchmark table, history charts, environment. It opens from disk and asks no server for anything. A name "
        + "that ends in .md gives a short Markdown text for a pull request.",
        [
            ("iolab report", "writes .iolab/report.html and prints its path"),
            ("iolab report --out pr.md --since 2026-01-01", "Markdown, with the history of this year"),
        ]);

    public static CommandText Gate { get; } = new(
        "gate", MeasuringGroup, "fails when something got slower than a baseline",
        ["[OPTIONS] [PATTERN...]", "[OPTIONS] --save-baseline NAME [PATTERN...]"],
        "Measures afresh and compares with a stored baseline, as ratios to an anchor measured in the same rounds then and now, because machines change speed. A series fails "
        + "when its interval excludes the threshold and the change is above the noise of the machine with itself; what fails is measured a second time. Where the data cannot tell, the "
        + "verdict is undecided, never pass. Exit code 0 pass, 1 fail, 2 a run failed, 3 no baseline, 5 undecided.",
        [
            ("iolab gate --save-baseline main", "measures and remembers how things are"),
            ("iolab gate --baseline main --threshold 8%", "is anything more than 8% worse than then?"),
        ]);

    public static CommandText SelfTest { get; } = new(
        "selftest", Checking, "shows that planted faults are found",
        ["[OPTIONS]"],
        "Sets corpus, diff, bench and gate on backends that are broken on purpose (wrong results, crashes, leaks, slowness) and prints who found what. With --full it plants realistic bugs "
        + "in our own machines, one at a time: in one machine, where generated programs must find it, and in all machines at once, where only the corpus or the reference can. Exit code 1 "
        + "when a fault is missed or a sound backend is accused.",
        [
            ("iolab selftest", "the detection matrix"),
            ("iolab selftest --full --only StaleCache", "is this bug found, by what, and in how few lines?"),
            ("iolab selftest --list", "which faults there are, and who must find them"),
        ]);
}
