namespace IoLab.Cli.Host;

/// <summary>Everything of the outside world that commands may touch: streams, terminal, environment, working directory.</summary>
internal sealed class CliHost : IDisposable
{
    private readonly Lazy<TextWriter> output;
    private readonly Lazy<TextWriter> error;

    private CliHost(Func<Stream> input, Stream outputStream, Stream errorStream, bool isOutputTerminal, bool isErrorTerminal, Func<string, string?> variable)
    {
        OpenInput = input;
        OutputStream = outputStream;
        ErrorStream = errorStream;
        Variable = variable;
        bool isDumb = variable("TERM") == "dumb";
        bool wantsColour = string.IsNullOrEmpty(variable("NO_COLOR")) && !isDumb;
        IsOutputTerminal = isOutputTerminal && !isDumb;
        IsErrorTerminal = isErrorTerminal && !isDumb;
        UsesColour = IsOutputTerminal && wantsColour;
        UsesErrorColour = IsErrorTerminal && wantsColour;
        output = new Lazy<TextWriter>(() => Writer(OutputStream));
        error = new Lazy<TextWriter>(() => Writer(ErrorStream));
    }

    /// <summary>Who is told of Ctrl-C; null in tests.</summary>
    public Interruption? Interruption { get; private init; }

    /// <summary>Is standard input a terminal?</summary>
    public bool IsInputTerminal { get; private init; }

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; }

    /// <summary>Standard output: results.</summary>
    public Stream OutputStream { get; }

    /// <summary>Standard error: progress and warnings.</summary>
    public Stream ErrorStream { get; }

    /// <summary>Standard output as text.</summary>
    public TextWriter Out => output.Value;

    /// <summary>Standard error as text.</summary>
    public TextWriter Error => error.Value;

    /// <summary>An environment variable, or null.</summary>
    public Func<string, string?> Variable { get; }

    /// <summary>May results be laid out for a person's screen?</summary>
    public bool IsOutputTerminal { get; }

    /// <summary>May progress be drawn?</summary>
    public bool IsErrorTerminal { get; }

    /// <summary>May results be coloured?</summary>
    public bool UsesColour { get; }

    /// <summary>May progress and warnings be coloured?</summary>
    public bool UsesErrorColour { get; }

    /// <summary>The process's own streams.</summary>
    public static CliHost OfProcess(Interruption interruption) => new(
        Console.OpenStandardInput,
        new LiveOutputStream(Console.OpenStandardOutput(), Console.IsOutputRedirected ? Latency.Short : Latency.None),
        new LiveOutputStream(Console.OpenStandardError(), Latency.None),
        !Console.IsOutputRedirected,
        !Console.IsErrorRedirected,
        Environment.GetEnvironmentVariable)
    {
        Interruption = interruption,
        IsInputTerminal = !Console.IsInputRedirected,
    };

    /// <summary>Captured streams, no terminal, no environment: for tests.</summary>
    public static CliHost Captured(Stream input, Stream output, Stream error, Func<string, string?>? variable = null) =>
        new(() => input, output, error, false, false, variable ?? (_ => null));

    /// <summary>A warning, on standard error.</summary>
    public void Warn(string text) => Error.WriteLine($"iolab: warning: {text}");

    private static StreamWriter Writer(Stream stream) => new(stream, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Flushes.</summary>
    public void Dispose()
    {
        if (output.IsValueCreated) output.Value.Flush();
        OutputStream.Flush();
        ErrorStream.Flush();
    }
}
