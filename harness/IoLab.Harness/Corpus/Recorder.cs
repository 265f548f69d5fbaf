using System.Text.RegularExpressions;
using IoLab.Contract;
using IoLab.Harness.Diff;
using IoLab.Harness.Execution;

namespace IoLab.Harness.Corpus;

/// <summary>What recording a case did.</summary>
public enum RecordStatus
{
    /// <summary>There was no expectation; now there is.</summary>
    Written,
    /// <summary>The expectation changed.</summary>
    Changed,
    /// <summary>The oracle still says the same; the file is untouched.</summary>
    Unchanged,
    /// <summary>Nothing was written; the detail says why.</summary>
    Refused,
}

/// <summary>What recording a case did.</summary>
/// <param name="Case">The case's id.</param>
/// <param name="Status">What happened.</param>
/// <param name="Detail">Why it was refused, or in what it changed; otherwise null.</param>
public sealed record RecordOutcome(string Case, RecordStatus Status, string? Detail);

/// <summary>Writes expectations from what a backend does.</summary>
/// <param name="oracle">The backend that says what is right.</param>
/// <param name="version">Its version, from <see cref="OraclePin.CheckAsync"/>.</param>
/// <param name="today">The date to record.</param>
public sealed partial class Recorder(IBackend oracle, string version, DateOnly today)
{
    /// <summary>Runs the case twice in fresh sessions and writes its expectation, unless the runs differ or do not end.</summary>
    public async Task<RecordOutcome> RecordAsync(CorpusCase corpusCase, CancellationToken cancellationToken = default)
    {
        if ((corpusCase.Directives.Needs & ~oracle.Capabilities) is var missing && missing != Capabilities.None)
        {
            return Refused(corpusCase, $"{oracle.Name} lacks {missing}");
        }

        RunResult first = await RunAsync(corpusCase, cancellationToken).ConfigureAwait(false);
        RunResult second = await RunAsync(corpusCase, cancellationToken).ConfigureAwait(false);
        if (ResultComparer.Compare(first, second, corpusCase.Policy) is { } difference)
        {
            return Refused(corpusCase, $"two runs differ: {difference.Describe("first", "second")}; state a policy, or make the program deterministic");
        }

        if (!ResultComparer.HasWholeOutput(first.Outcome))
        {
            return Refused(corpusCase, $"it ended with {ResultComparer.DescribeOutcome(first)}");
        }

        return await WriteAsync(corpusCase, Expectation.From(first, new Oracle(ShortName(oracle.Name), ShortVersion(version), today)), cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task<RecordOutcome> WriteAsync(CorpusCase corpusCase, Expectation expectation, CancellationToken cancellationToken)
    {
        Difference? change = corpusCase.Expectation is { } old
            ? ResultComparer.Compare(old.ToResult(), expectation.ToResult(), corpusCase.Policy)
            : null;
        if (corpusCase.Expectation is not null && change is null)
        {
            return new RecordOutcome(corpusCase.Id, RecordStatus.Unchanged, null);
        }

        await File.WriteAllTextAsync(corpusCase.ExpectationFilePath, ExpectationFormat.Write(expectation), cancellationToken).ConfigureAwait(false);
        return new RecordOutcome(corpusCase.Id, change is null ? RecordStatus.Written : RecordStatus.Changed, change?.Describe("before", "now"));
    }

    private async Task<RunResult> RunAsync(CorpusCase corpusCase, CancellationToken cancellationToken)
    {
        await using var sessions = new CaseSessions(oracle, OptionsFor.Comparing(oracle, corpusCase.CasesDirPath));
        return await sessions.RunAsync(corpusCase, corpusCase.ToLimits(CorpusRunOptions.DefaultTime), cancellationToken).ConfigureAwait(false);
    }

    private static RecordOutcome Refused(CorpusCase corpusCase, string why) => new(corpusCase.Id, RecordStatus.Refused, why);

    private static string ShortName(string name) => name.Replace(';', ',');

    /// <summary>The first line of a version text; the reference answers a whole sentence that ends with its number.</summary>
    private static string ShortVersion(string text)
    {
        string line = text.Split('\n')[0].Trim().Replace(';', ',');
        return DatedVersion().Match(line) is { Success: true } match ? match.Value : line;
    }

    [GeneratedRegex(@"\b20\d{6}\b", RegexOptions.CultureInvariant)]
    private static partial Regex DatedVersion();
}
