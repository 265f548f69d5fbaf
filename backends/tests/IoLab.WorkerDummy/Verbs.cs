using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace IoLab.WorkerDummy;

/// <summary>What a broken session can do.</summary>
internal sealed class Verbs(Stream workerOutput)
{
    private static readonly List<object> Eaten = [];
    private readonly List<object> _held = [];
    private int _runs;
    private bool _isSpoilt;

    /// <summary>Drops what was held, as a session's reset does.</summary>
    public void Reset() => _held.Clear();

    public void Do(string verb, string argument, StringBuilder printed)
    {
        switch (verb)
        {
            case "print": // Wrong once it is spoilt: what a canary is for.
                printed.Append(_isSpoilt ? "spoilt" : argument).Append('\n');
                break;
            case "process":
                printed.Append(Environment.ProcessId).Append('\n');
                break;
            case "variable":
                printed.Append(Environment.GetEnvironmentVariable(argument)).Append('\n');
                break;
            case "spoil":
                _isSpoilt = true;
                break;
            case "exit":
                Environment.Exit(int.Parse(argument));
                break;
            case "signal":
                _ = Handle(int.Parse(argument), 0); // Otherwise the runtime answers some of them.
                _ = SendSignal(Environment.ProcessId, int.Parse(argument));
                Thread.Sleep(Timeout.Infinite);
                break;
            case "crash-at": // The n-th run of a process.
                if (++_runs == int.Parse(argument))
                    Environment.FailFast("crashed on request");
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "child": // A child that would outlive it, whose id is left in a file.
                using (var child = Process.Start("sleep", "60"))
                    File.WriteAllText(argument, child.Id.ToString());
                break;
            case "throw":
                throw new InvalidOperationException("thrown on request");
            case "overflow":
                printed.Append(Overflow(1));
                break;
            case "hold": // So many MiB until the reset.
                for (var i = 0; i < int.Parse(argument); i++)
                    _held.Add(new byte[1 << 20]);
                break;
            case "heap": // MiB, garbage among them.
                printed.Append(GC.GetTotalMemory(forceFullCollection: false) >> 20).Append('\n');
                break;
            case "eat": // Until the hard limit, on a thread that catches nothing.
                var eater = new Thread(Eat);
                eater.Start();
                eater.Join();
                break;
            case "eat-outside": // Of the heap, so that only resident memory shows it.
                EatOutside();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "garbage":
                workerOutput.Write("\nthis is no frame at all, and it is long enough for a header\n"u8);
                workerOutput.Flush();
                break;
            case "huge": // Claims an answer of two gigabytes.
                workerOutput.Write([0xff, 0xff, 0xff, 0x7f, 67]);
                workerOutput.Flush();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "long": // A real answer, longer than its limits allow.
                printed.Append('x', int.Parse(argument));
                break;
            case "wrong-kind": // A whole frame, but no answer to a run.
                workerOutput.Write([0, 0, 0, 0, 65]);
                workerOutput.Flush();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "wrong-fields": // A result whose fields make no sense.
                workerOutput.Write([4, 0, 0, 0, 67, 0xff, 0xff, 0xff, 0xff]);
                workerOutput.Flush();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "half": // A frame that ends in its middle.
                workerOutput.Write([100, 0, 0, 0, 67, 1, 2, 3]);
                workerOutput.Flush();
                Environment.Exit(0);
                break;
        }
    }

    private static int Overflow(int depth) => depth < 0 ? 0 : 1 + Overflow(depth + 1) + Overflow(depth + 2);

    private static void Eat()
    {
        while (true)
            Eaten.Add(new byte[1 << 20]);
    }

    private static unsafe void EatOutside()
    {
        for (var i = 0; i < 200; i++)
            new Span<byte>((void*)Marshal.AllocHGlobal(10 << 20), 10 << 20).Fill(1);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int processId, int signal);

    [DllImport("libc", EntryPoint = "signal")]
    private static extern nint Handle(int signal, nint handler);
}
