using System.Text.RegularExpressions;
using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>Counts wrong: the last number of every output and every benchmark's result is one too high.</summary>
public sealed partial class WrongResult : Fault
{
    /// <inheritdoc/>
    public override async ValueTask<RunResult> RunAsync(ISession inner, IoProgram program, RunLimits limits, CancellationToken cancellationToken)
    {
        RunResult result = await base.RunAsync(inner, program, limits, cancellationToken).ConfigureAwait(false);
        return result with { StandardOutput = LastNumber().Replace(result.StandardOutput, Increment, 1) };
    }

    /// <inheritdoc/>
    public override RawSample Distort(RawSample sample) => sample with
    {
        ResultText = LastNumber().IsMatch(sample.ResultText) ? LastNumber().Replace(sample.ResultText, Increment, 1) : sample.ResultText + "?",
    };

    private static string Increment(Match match) =>
        (decimal.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d{1,18}(?!.*\d)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();
}
