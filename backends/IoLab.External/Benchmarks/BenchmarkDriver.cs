using System.Globalization;

namespace IoLab.External.Benchmarks;

/// <summary>The Io code that drives a benchmark inside the guest, and the lines it speaks.</summary>
/// <remarks>
/// It follows the benchmark's source in one file. It times <c>run(n)</c> with the guest's own <c>Date</c>, so neither the pipe nor the process
/// start is in the time. Its names are locals of one method. Each n comes as a line of standard input.
/// </remarks>
internal sealed class BenchmarkDriver
{
    private static readonly Lazy<string> Text = new(() =>
    {
        using var reader = new StreamReader(typeof(BenchmarkDriver).Assembly.GetManifestResourceStream("driver.io")!);
        return reader.ReadToEnd();
    });

    /// <summary>A driver whose marker no benchmark prints by chance.</summary>
    public BenchmarkDriver() => Token = "iolab-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>What begins the driver's lines.</summary>
    public string Token { get; }

    /// <summary>The benchmark's source with the driver behind it.</summary>
    public string Wrap(string source) => source + "\n" + Text.Value.Replace("$TOKEN$", Token);

    /// <summary>Has the benchmark's setup been done?</summary>
    public bool IsReady(string line) => line == Token + " ready";

    /// <summary>The elapsed nanoseconds when the line begins a sample.</summary>
    public double? SampleStart(string line) =>
        line.StartsWith(Token + " sample ", StringComparison.Ordinal)
        && double.TryParse(line.AsSpan(Token.Length + " sample ".Length), NumberStyles.Float, CultureInfo.InvariantCulture, out double nanoseconds)
            ? nanoseconds
            : null;

    /// <summary>Does the line end a sample's result?</summary>
    public bool IsEnd(string line) => line == Token + " end";
}
