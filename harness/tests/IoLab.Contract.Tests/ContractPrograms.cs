namespace IoLab.Contract.Tests;

/// <summary>The programs the contract is tested with, in a backend's language.</summary>
public sealed record ContractPrograms
{
    /// <summary>Prints <c>hello</c> and a newline.</summary>
    public required string Hello { get; init; }
    /// <summary>Prints <c>before</c> and a newline, then raises an <c>Exception</c> with the message <c>no</c>.</summary>
    public required string Raise { get; init; }
    /// <summary>Does not compile.</summary>
    public required string Malformed { get; init; }
    /// <summary>Never ends.</summary>
    public required string Endless { get; init; }
    /// <summary>Prints more than a kilobyte.</summary>
    public required string Talkative { get; init; }
    /// <summary>Sets the global <c>x</c> to 1.</summary>
    public required string SetGlobal { get; init; }
    /// <summary>Prints the global <c>x</c>, or <c>nil</c>.</summary>
    public required string PrintGlobal { get; init; }
    /// <summary>Prints the first argument after the program's name.</summary>
    public required string PrintArgument { get; init; }
    /// <summary>Prints the first line of standard input.</summary>
    public required string PrintInput { get; init; }
    /// <summary>Exits with 3.</summary>
    public required string Exit { get; init; }
    /// <summary>Prints <c>before</c> and a newline, then evaluates a text that does not compile; null where no program can.</summary>
    public string? EvaluateMalformed { get; init; }
    /// <summary>Takes memory until it is stopped, or null where no program can.</summary>
    public string? Hoard { get; init; }
    /// <summary>Asks for a terabyte at once, or null where no program can.</summary>
    public string? Huge { get; init; }
    /// <summary>Crashes the backend, or null where no program can.</summary>
    public string? Crash { get; init; }
    /// <summary>Prints the time, waits for an hour, and prints the time; null where no program can.</summary>
    public string? Wait { get; init; }
    /// <summary>Prints the environment variable <c>IOLAB_CONTRACT</c>, or <c>nil</c>; null where no program can.</summary>
    public string? PrintVariable { get; init; }
    /// <summary>Recurses a hundred thousand deep and prints <c>done</c>, or null where no program can.</summary>
    public string? Deep { get; init; }
    /// <summary>A benchmark whose <c>run(n)</c> answers n*2.</summary>
    public required string Benchmark { get; init; }
    /// <summary>A benchmark whose setup raises.</summary>
    public required string FailingBenchmark { get; init; }
    /// <summary>A benchmark that takes longer than a second per iteration.</summary>
    public required string EndlessBenchmark { get; init; }

    /// <summary>The programs in Io.</summary>
    public static ContractPrograms Io { get; } = new()
    {
        Hello = "\"hello\" println",
        Raise = "\"before\" println\nException raise(\"no\")\n\"after\" println",
        Malformed = "1 println(",
        Endless = "while(true, nil)",
        Talkative = "2000 repeat(\"aaaaaaaaaa\" println)",
        SetGlobal = "x := 1",
        PrintGlobal = "if(Lobby hasSlot(\"x\"), \"1\", \"nil\") println",
        PrintArgument = "System args at(1) println",
        PrintInput = "File standardInput readLine println",
        Exit = "System exit(3)",
        EvaluateMalformed = "\"before\" println\ndoString(\"1 println(\")",
        Hoard = "last := nil\nwhile(true, next := Object clone; next setSlot(\"before\", last); next setSlot(\"bytes\", Sequence clone setSize(100000)); last = next)",
        Huge = "Sequence clone setSize(1e12)",
        Wait = "write(Date clone now asNumber, \"\\n\"); wait(3600); write(Date clone now asNumber, \"\\n\")",
        PrintVariable = "System getEnvironmentVariable(\"IOLAB_CONTRACT\") println",
        Deep = "f := method(n, if(n == 0, 0, 1 + f(n - 1)))\nif(f(100000) == 100000, \"done\" println)",
        Benchmark = "benchmark := Object clone do(\nsetup := method(self k := 2)\nrun := method(n, n * k)\n)",
        FailingBenchmark = "benchmark := Object clone do(\nsetup := method(Exception raise(\"no\"))\nrun := method(n, n)\n)",
        EndlessBenchmark = "benchmark := Object clone do(\nsetup := method(nil)\nrun := method(n, while(true, nil))\n)",
    };

    /// <summary>The programs in the language of the fake backend.</summary>
    public static ContractPrograms Fake { get; } = new()
    {
        Hello = "print hello",
        Raise = "print before\nraise Exception: no\nprint after",
        Malformed = "syntax unmatched (",
        Endless = "spin",
        Talkative = string.Concat(Enumerable.Repeat("print aaaaaaaaaa\n", 2000)),
        SetGlobal = "set x 1",
        PrintGlobal = "get x",
        PrintArgument = "args",
        PrintInput = "stdin",
        Exit = "exit 3",
        Crash = "crash it",
        Benchmark = "work 1us alloc 8B result n*2",
        FailingBenchmark = "raise Exception: no",
        EndlessBenchmark = "work 1000s",
    };

    /// <summary>The programs in the language of the dummy program, which a command line runs.</summary>
    public static ContractPrograms Dummy { get; } = new()
    {
        Hello = "print hello",
        Raise = "print before\nraise Exception no",
        Malformed = "raise Exception compile error: no",
        Endless = "sleep 1000000",
        Talkative = "spam",
        SetGlobal = "set x 1",
        PrintGlobal = "get x",
        PrintArgument = "argument 1",
        PrintInput = "line",
        Exit = "exit 3",
        Hoard = OperatingSystem.IsLinux() ? "eat 3000" : null,
        Crash = "signal 11",
        PrintVariable = "env IOLAB_CONTRACT",
        Benchmark = "bench ns=100 result=double",
        FailingBenchmark = "bench setup=raise",
        EndlessBenchmark = "bench hang=1",
    };
}
