using System.Diagnostics;
using System.Text;

namespace IoLab.Cli.Tests.Repl;

/// <summary><c>iolab repl</c> at a terminal, which <c>script</c> makes.</summary>
[Platform("Linux")]
[CancelAfter(120_000)]
public class TerminalSpecs
{
    private const string ScriptFilePath = "/usr/bin/script";
    private string stateDirPath = "";

    [SetUp]
    public void MakeDirectory() => stateDirPath = Directory.CreateTempSubdirectory("iolab-terminal-").FullName;

    [TearDown]
    public void RemoveDirectory() => Directory.Delete(stateDirPath, true);

    [Test]
    public void Lines_are_edited_and_recalled_and_what_runs_is_interrupted()
    {
        using Terminal terminal = Start("");
        terminal.Expect("Io> ");
        terminal.Type("1 + 3\u007f2\r");
        terminal.Expect("==> 3");
        terminal.Type("f(\r");
        terminal.Expect("... ");
        terminal.Type("\u0003");
        terminal.Expect("^C");
        terminal.Type("loop(nil)\r");
        Thread.Sleep(500);
        terminal.Type("\u0003");
        terminal.Expect("iolab: interrupted");
        terminal.Type("20 + 1\r");
        terminal.Expect("==> 21");
        terminal.Type("\e[A\e[A\e[A\r");
        terminal.Expect("==> 3");
        terminal.Type("Lobb\t\r");
        terminal.Expect("Lobby ");
        terminal.Type("write(\"name? \"); File standardInput readLine\r");
        terminal.Expect("name? ");
        terminal.Type("Io\r");
        terminal.Expect("==> Io");
        terminal.Type("\u0004");

        Assert.That(terminal.ExitCode(), Is.Zero);
        Assert.That(File.ReadAllLines(Path.Combine(stateDirPath, "iolab", "repl-history"))[..2], Is.EqualTo(new[] { "1 + 2", "loop(nil)" }));
    }

    [Test]
    public void A_session_that_was_killed_has_left_its_history()
    {
        using (Terminal terminal = Start(""))
        {
            terminal.Expect("Io> ");
            terminal.Type("6 * 7\r");
            terminal.Expect("==> 42");
        }

        using Terminal next = Start("");
        next.Expect("Io> ");
        next.Type("\e[A\r");
        next.Expect("==> 42");
    }

    [TestCase("", true)]
    [TestCase("NO_COLOR=1", false)]
    public void Colour_is_left_out_when_it_is_not_wanted(string variable, bool isColoured)
    {
        using Terminal terminal = Start(variable);
        terminal.Expect("Io> ");
        Assert.That(terminal.Seen.Contains("\e[2m", StringComparison.Ordinal), Is.EqualTo(isColoured));
    }

    private Terminal Start(string variable)
    {
        if (!File.Exists(ScriptFilePath)) Assert.Ignore($"no {ScriptFilePath} here");
        return new Terminal($"{variable} {Path.Combine(AppContext.BaseDirectory, "iolab")} repl", stateDirPath);
    }

    /// <summary>A program at a terminal. Disposing it kills it.</summary>
    private sealed class Terminal : IDisposable
    {
        private readonly Process process;
        private readonly StringBuilder seen = new();
        private int expected;

        public Terminal(string command, string stateDirPath)
        {
            // A shell in the background lets its children ignore SIGINT; a terminal does not. Without exec, a shell such as dash waits beside the program and dies of the SIGINT that the program handles.
            var info = new ProcessStartInfo(ScriptFilePath, ["-qec", "exec env --default-signal=INT " + command, "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            info.Environment["XDG_STATE_HOME"] = stateDirPath;
            info.Environment["TERM"] = "xterm";
            info.Environment.Remove("NO_COLOR");
            process = Process.Start(info)!;
            _ = Task.Run(Read);
        }

        public string Seen
        {
            get
            {
                lock (seen) return seen.ToString();
            }
        }

        public void Type(string keys)
        {
            process.StandardInput.Write(keys);
            process.StandardInput.Flush();
        }

        /// <summary>Waits until a text comes after what was expected before.</summary>
        public void Expect(string text)
        {
            for (int i = 0; i < 600; i++)
            {
                int at = Seen.IndexOf(text, Math.Min(expected, Seen.Length), StringComparison.Ordinal);
                if (at >= 0)
                {
                    expected = at + text.Length;
                    return;
                }

                Thread.Sleep(50);
            }

            Assert.Fail($"'{text}' did not come; seen: {Seen}");
        }

        public int ExitCode()
        {
            Assert.That(process.WaitForExit(20_000), $"it does not end; seen: {Seen}");
            return process.ExitCode;
        }

        public void Dispose()
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        private void Read()
        {
            var buffer = new char[1024];
            for (int read; (read = process.StandardOutput.Read(buffer)) > 0;)
            {
                lock (seen) seen.Append(buffer, 0, read);
            }
        }
    }
}
