using System.Text;
using IoLab.Contract;

namespace IoLab.External.Batches;

/// <summary>
/// The Io program that runs other programs inside a guest, and what it says. Each program comes as one line of standard input, a literal text of Io; its output stands
/// between two marks, behind them the type and message of what it raised.
/// </summary>
internal sealed class BatchDriver
{
    private const string CompileError = "compile error:";

    private static readonly Lazy<string> Text = new(() =>
    {
        using var reader = new StreamReader(typeof(BatchDriver).Assembly.GetManifestResourceStream("batch.io")!);
        return reader.ReadToEnd();
    });

    private readonly byte[] ready, begin, end, done;

    /// <summary>A driver whose marks no program prints by chance.</summary>
    public BatchDriver()
    {
        Token = "iolab-" + Guid.NewGuid().ToString("N")[..12];
        ready = Encoding.ASCII.GetBytes($"\n{Token} ready\n");
        begin = Encoding.ASCII.GetBytes($"{Token} begin\n");
        end = Encoding.ASCII.GetBytes($"\n{Token} end\n");
        done = Encoding.ASCII.GetBytes($"\n{Token} done\n");
    }

    /// <summary>What all marks begin with.</summary>
    public string Token { get; }

    /// <summary>The driver's source.</summary>
    public string Source => Text.Value.Replace("$TOKEN$", Token);

    /// <summary>Bytes of marks that come with each answer, and room for what was raised.</summary>
    public static int Overhead => 64 * 1024;

    /// <summary>The line that asks for a program.</summary>
    public static byte[] Request(IoProgram program)
    {
        var line = new StringBuilder("\"", program.Source.Length + 16);
        foreach (char c in program.Source)
        {
            _ = c switch
            {
                '"' => line.Append("\\\""),
                '\\' => line.Append("\\\\"),
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                _ => line.Append(c),
            };
        }

        return Encoding.UTF8.GetBytes(line.Append("\"\n").ToString());
    }

    /// <summary>Can a line carry this program, and does it need nothing that a batch has not?</summary>
    public static bool Takes(IoProgram program) =>
        program is { IsFile: false, Label: "doString", Arguments.Count: <= 1, StandardInput.Length: 0 } && !program.Source.Any(c => c is < ' ' and not ('\n' or '\r' or '\t'));

    /// <summary>Does it wait for programs?</summary>
    public bool IsReady(ReadOnlySpan<byte> heard) => heard.EndsWith(ready);

    /// <summary>Is the answer complete?</summary>
    public bool IsDone(ReadOnlySpan<byte> heard) => heard.EndsWith(done);

    /// <summary>The result that a complete answer tells of; null when its marks do not fit.</summary>
    public RunResult? Read(ReadOnlySpan<byte> heard)
    {
        int start = heard.IndexOf(begin), stop = heard.LastIndexOf(end);
        if (start < 0 || stop < start + begin.Length) return null;
        string output = Encoding.UTF8.GetString(heard[(start + begin.Length)..stop]);
        string raised = Encoding.UTF8.GetString(heard[(stop + end.Length)..^done.Length]);
        if (raised.Length == 0) return new RunResult { Outcome = Outcome.Completed, StandardOutput = output };

        string[] parts = raised.Split('\n', 2);
        string message = parts.Length > 1 ? parts[1][..^1] : "";
        return new RunResult
        {
            Outcome = message.StartsWith(CompileError, StringComparison.Ordinal) ? Outcome.SyntaxError : Outcome.Raised,
            StandardOutput = output, Exception = new RaisedException(parts[0], message, ""),
        };
    }
}
