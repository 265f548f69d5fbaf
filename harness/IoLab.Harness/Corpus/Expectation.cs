using IoLab.Contract;

namespace IoLab.Harness.Corpus;

/// <summary>Who said what is right, and when.</summary>
/// <param name="Name">A backend's name, or <c>hand</c> for an expectation written by a person.</param>
/// <param name="Version">Its version text.</param>
/// <param name="Date">The day of recording.</param>
public sealed record Oracle(string Name, string Version, DateOnly Date);

/// <summary>What a corpus program must do.</summary>
public sealed record Expectation
{
    /// <summary>How it ends: <see cref="Contract.Outcome.Completed"/>, <see cref="Contract.Outcome.Raised"/> or <see cref="Contract.Outcome.SyntaxError"/>.</summary>
    public required Outcome Outcome { get; init; }
    /// <summary>The type of the uncaught exception; null unless it raises.</summary>
    public string? ExceptionType { get; init; }
    /// <summary>Its message; null unless it raises.</summary>
    public string? ExceptionMessage { get; init; }
    /// <summary>Standard output without the trace of the uncaught exception.</summary>
    public string StandardOutput { get; init; } = "";
    /// <summary>Who said so.</summary>
    public required Oracle Oracle { get; init; }
    /// <summary>A remark, such as why it differs from the reference; or null.</summary>
    public string? Note { get; init; }

    /// <summary>The expectation as a result, for comparison.</summary>
    public RunResult ToResult() => new()
    {
        Outcome = Outcome,
        StandardOutput = StandardOutput,
        Exception = Outcome == Outcome.Raised ? new RaisedException(ExceptionType ?? "Exception", ExceptionMessage ?? "", "") : null,
    };

    /// <summary>The expectation that a result fulfils.</summary>
    /// <exception cref="HarnessException">The run crashed or hit a limit: that is nothing to expect.</exception>
    public static Expectation From(RunResult result, Oracle oracle)
    {
        if (result.Outcome is not (Outcome.Completed or Outcome.Raised or Outcome.SyntaxError))
        {
            throw new HarnessException($"a run that ended with {result.Outcome} ({result.Detail ?? "no detail"}) cannot become an expectation");
        }

        bool hasRaised = result.Outcome == Outcome.Raised;
        return new Expectation
        {
            Outcome = result.Outcome,
            ExceptionType = hasRaised ? result.Exception?.Type : null,
            ExceptionMessage = hasRaised ? result.Exception?.Message : null,
            StandardOutput = result.StandardOutput,
            Oracle = oracle,
        };
    }
}
