using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IoLab.Dummy;

/// <summary>A verb's argument, the whole source and the program's arguments.</summary>
internal sealed record Call(string Argument, string Source, string[] Arguments);

/// <summary>What the dummy can do. A verb answers an exit code to end with, or null to go on.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, string> Globals = [];

    /// <summary>The verb of that name; null for a line that is not a verb.</summary>
    public static Func<Call, int?>? Find(string name) => name switch
    {
        "print" => Going(call => Console.WriteLine(call.Argument)),
        "write" => Going(call => Console.Write(call.Argument)),
        "error" => Going(call => Console.Error.WriteLine(call.Argument)),
        "exit" => call => int.Parse(call.Argument),
        "sleep" => Going(call => Thread.Sleep(int.Parse(call.Argument))),
        "set" => Going(call => Globals[call.Argument.Split(' ')[0]] = call.Argument.Split(' ')[1]),
        "get" => Going(call => Console.WriteLine(Globals.GetValueOrDefault(call.Argument, "nil"))),
        "argument" => Going(call => Console.WriteLine(call.Arguments[int.Parse(call.Argument)])),
        "line" => Going(_ => Console.WriteLine(Console.ReadLine())),
        "args" => Going(call => Console.WriteLine(string.Join('|', call.Arguments))),
        "stdin" => Going(_ => Console.Write(Console.In.ReadToEnd())),
        "env" => Going(call => Console.WriteLine(Environment.GetEnvironmentVariable(call.Argument) ?? "unset")),
        "cwd" => Going(_ => Console.WriteLine(Environment.CurrentDirectory)),
        "signal" => Going(call => Die(int.Parse(call.Argument))),
        "spam" => Going(_ => Spam()),
        "eat" => Going(call => Eat(int.Parse(call.Argument))),
        "ignore-term" => Going(_ => PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true)),
        "orphan" => Going(call => Orphan(call.Argument)),
        "raise" => call => Raise(call.Argument),
        "bench" => call => Bench.Run(call),
        "method(token," => Batch.Run,
        _ => null,
    };

    private static Func<Call, int?> Going(Action<Call> action) => call =>
    {
        action(call);
        return null;
    };

    /// <summary>Dies of a signal, also of one that the runtime would handle.</summary>
    private static void Die(int signal)
    {
        _ = Handle(signal, 0);
        _ = Signal(Environment.ProcessId, signal);
    }

    private static void Spam()
    {
        while (true) Console.WriteLine(new string('x', 1000));
    }

    private static void Eat(int megabytes)
    {
        var eaten = new List<byte[]>();
        for (int i = 0; i < megabytes; i++)
        {
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)1);
            eaten.Add(block);
        }

        Thread.Sleep(2000);
        GC.KeepAlive(eaten);
    }

    /// <summary>Leaves a sleeping grandchild behind that holds our pipes, and writes its id to a file.</summary>
    private static void Orphan(string pidFilePath) =>
        Process.Start("/bin/sh", ["-c", $"sleep 30 & echo $! > {pidFilePath}"]).WaitForExit();

    private static int? Raise(string text)
    {
        string[] parts = text.Split(' ', 2);
        Console.Write($"\n  {parts[0]}: {parts[1].Replace("\\n", "\n")}\n  ---------\n  nothing on stack\n");
        return 0;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int processId, int signal);

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint Handle(int signal, nint handler);
}
