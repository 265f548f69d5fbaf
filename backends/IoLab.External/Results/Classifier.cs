using System.Text;
using IoLab.Contract;
using IoLab.External.Processes;

namespace IoLab.External.Results;

/// <summary>Turns what a child process left behind into a <see cref="RunResult"/>.</summary>
internal static class Classifier
{
    /// <summary>What interpreters print on standard error when they die with an ordinary exit code.</summary>
    private static readonly string[] CrashTexts =
        ["wasm trap", "`_start` function trapped", "failed to run main module", "RuntimeError: ", "Segmentation fault", "Assertion failed", "Unhandled exception"];

    /// <summary>
    /// Functions of the reference VM that are on the stack when it dies of a syntax error, as the verified build does (it reports none).
    /// </summary>
    private static readonly string[] ParserTexts = ["IoLexer_free", "IoMessage_newFromText", "Collector_popPause"];

    private const string CompileError = "compile error:";
    private const int GuestRaisedCode = 70;

    /// <summary>The result of a run.</summary>
    /// <param name="run">What was seen.</param>
    /// <param name="limits">The limits it ran under, for the explanation.</param>
    /// <param name="isLive">True when the output has been written through: then it is not repeated in the result.</param>
    public static RunResult ToResult(BoundedExit run, RunLimits limits, Visibility isLive)
    {
        string output = Encoding.UTF8.GetString(run.Output.Span);
        string error = Encoding.UTF8.GetString(run.Error.Span);
        RunResult result = run.Reason switch
        {
            StopReason.Time => Stopped(Outcome.TimedOut, $"ended after {limits.Time.TotalSeconds:0.###} s"),
            StopReason.Output => Stopped(Outcome.OutputLimit, $"ended after {limits.OutputBytes} bytes of output"),
            StopReason.Memory => Stopped(Outcome.OutOfMemory, $"ended above {limits.MemoryBytes} bytes of memory"),
            _ => Ended(run.Exit.Code, output, error),
        };
        if (run.Reason != StopReason.None) result = result with { StandardOutput = output };
        return isLive == Visibility.WrittenThrough
            ? result with { StandardOutput = "", StandardError = "", Elapsed = run.Exit.Elapsed }
            : result with { StandardError = error, Elapsed = run.Exit.Elapsed };
    }

    private static RunResult Stopped(Outcome outcome, string why) => new() { Outcome = outcome, Detail = why };

    private static RunResult Ended(int code, string output, string error)
    {
        if (CrashDetail(code, error) is { } crash) return Crashed(crash, output, error);

        TraceSplit split = TraceReader.Split(output);
        if (split.Exception is not { } exception) return new RunResult { Outcome = Outcome.Completed, StandardOutput = output, ExitCode = code };
        bool isSyntax = exception.Message.StartsWith(CompileError, StringComparison.Ordinal) && code != GuestRaisedCode;
        return new RunResult
        {
            Outcome = isSyntax ? Outcome.SyntaxError : Outcome.Raised,
            StandardOutput = split.Output,
            Exception = exception,
        };
    }

    /// <summary>An ordinary non-zero code is what the guest asked for with <c>System exit</c>, unless standard error tells of a crash.</summary>
    private static string? CrashDetail(int code, string error)
    {
        if (code == 0) return null;
        if (Signals.IsSignal(code)) return Signals.Describe(code);
        string? text = Array.Find(CrashTexts, text => error.Contains(text, StringComparison.Ordinal));
        return text is null ? null : $"exit code {code} and \"{text}\" on standard error";
    }

    private static RunResult Crashed(string detail, string output, string error)
    {
        bool inParser = output.Length == 0 && Array.Exists(ParserTexts, text => error.Contains(text, StringComparison.Ordinal));
        return new RunResult
        {
            Outcome = inParser ? Outcome.SyntaxError : Outcome.Crashed,
            StandardOutput = output,
            Detail = inParser ? $"the VM died while parsing and reported no error ({detail})" : detail,
        };
    }
}

/// <summary>Whether the guest's output has been seen already.</summary>
internal enum Visibility
{
    /// <summary>It was collected.</summary>
    Collected,
    /// <summary>It was written to live streams while running.</summary>
    WrittenThrough,
}
