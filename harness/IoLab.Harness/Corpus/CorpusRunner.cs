using System.Collections.Concurrent;
using System.Diagnostics;
using IoLab.Contract;
using IoLab.Harness.Coverage;
using IoLab.Harness.Diff;
using IoLab.Harness.Execution;

namespace IoLab.Harness.Corpus;

/// <summary>How the corpus is run.</summary>
public sealed record CorpusRunOptions
{
    /// <summary>The time limit of cases that do not state one.</summary>
    public static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(10);

    /// <summary>How many sessions run at once, over all backends; at least 1.</summary>
    public int Jobs { get; init; } = 1;
    /// <summary>The default time limit of a case.</summary>
    public TimeSpan Time { get; init; } = DefaultTime;
    /// <summary>Known failures.</summary>
    public KnownFailures Known { get; init; } = KnownFailures.None;
    /// <summary>Today, by which known failures expire.</summary>
    public required DateOnly Today { get; init; }
    /// <summary>What is compared; fewer than all is for tests of the harness itself.</summary>
    public ComparedAspects Aspects { get; init; } = ComparedAspects.All;
    /// <summary>See <see cref="SessionHost"/>; null for its default.</summary>
    public TimeSpan? Grace { get; init; }
    /// <summary>Where to note which slots cases use, on backends that record it; null for nowhere.</summary>
    public SlotUseLog? SlotUses { get; init; }
}

/// <summary>Runs corpus cases on backends and compares with their expectations.</summary>
/// <param name="backends">The backends.</param>
/// <param name="options">How.</param>
public sealed class CorpusRunner(IReadOnlyList<IBackend> backends, CorpusRunOptions options)
{
    /// <summary>Runs every case on every backend. Results are ordered by case, then by backend as given.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="finished">Called as each result is known, from any thread, or null.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    public async Task<IReadOnlyList<CaseResult>> RunAsync(
        IReadOnlyList<CorpusCase> cases, Action<CaseResult>? finished = null, CancellationToken cancellationToken = default)
    {
        var results = new CaseResult[cases.Count * backends.Count];
        // Backend by backend, so that a worker rarely changes its session.
        var queue = new ConcurrentQueue<(int Backend, int Case)>(
            from backend in Enumerable.Range(0, backends.Count) from index in Enumerable.Range(0, cases.Count) select (backend, index));
        async Task WorkAsync()
        {
            CaseSessions? sessions = null;
            int backendOfSessions = -1;
            try
            {
                while (queue.TryDequeue(out (int Backend, int Case) work))
                {
                    if (backendOfSessions != work.Backend)
                    {
                        if (sessions is not null)
                        {
                            await sessions.DisposeAsync().ConfigureAwait(false);
                        }

                        sessions = new CaseSessions(backends[work.Backend], SessionOptionsOf(backends[work.Backend], cases[work.Case]), options.Grace);
                        backendOfSessions = work.Backend;
                    }

                    CaseResult result = await RunCaseAsync(cases[work.Case], backends[work.Backend], sessions!, cancellationToken).ConfigureAwait(false);
                    results[(work.Case * backends.Count) + work.Backend] = result;
                    finished?.Invoke(result);
                }
            }
            finally
            {
                if (sessions is not null)
                {
                    await sessions.DisposeAsync().ConfigureAwait(false);
                }
            }
        }

        int workers = Math.Clamp(options.Jobs, 1, Math.Max(1, results.Length));
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WorkAsync, cancellationToken))).ConfigureAwait(false);
        return results;
    }

    private SessionOptions SessionOptionsOf(IBackend backend, CorpusCase corpusCase) => OptionsFor.Comparing(backend, corpusCase.CasesDirPath) with
    {
        RecordsSlotUse = options.SlotUses is not null && backend.Capabilities.HasFlag(Capabilities.SlotUse),
    };

    private async Task<CaseResult> RunCaseAsync(CorpusCase corpusCase, IBackend backend, CaseSessions sessions, CancellationToken cancellationToken)
    {
        Capabilities missing = corpusCase.Directives.Needs & ~backend.Capabilities;
        if (missing != Capabilities.None)
        {
            return Result(corpusCase, backend, CaseStatus.Skipped, $"needs {missing}", default);
        }

        long start = Stopwatch.GetTimestamp();
        RunResult result = await sessions.RunAsync(corpusCase, corpusCase.ToLimits(options.Time), cancellationToken).ConfigureAwait(false);
        var elapsed = Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - start);
        options.SlotUses?.Note(corpusCase, result);
        string? failure = Judge(corpusCase, backend, result);
        (CaseStatus status, string? detail) = Excuse(corpusCase, backend, failure);
        return Result(corpusCase, backend, status, detail, elapsed);
    }

    private string? Judge(CorpusCase corpusCase, IBackend backend, RunResult result)
    {
        if (corpusCase.Expectation is not { } expectation)
        {
            return $"has no expectation; record it with: iolab conform --record --oracle NAME {corpusCase.Id}";
        }

        ComparisonPolicy policy = corpusCase.Policy with { Aspects = options.Aspects };
        return ResultComparer.Compare(expectation.ToResult(), result, policy) is { } difference
            ? difference.Describe("expected", backend.Name)
            : null;
    }

    private (CaseStatus Status, string? Detail) Excuse(CorpusCase corpusCase, IBackend backend, string? failure)
    {
        if (options.Known.Find(corpusCase.Id, backend.Name) is not { } known)
        {
            return (failure is null ? CaseStatus.Passed : CaseStatus.Failed, failure);
        }

        if (failure is null)
        {
            return (CaseStatus.StaleKnownFailure, $"passes, but is listed as a known failure ({known.Reason}); remove the entry");
        }

        return options.Today > known.Expires
            ? (CaseStatus.StaleKnownFailure, $"the known failure expired on {known.Expires:yyyy-MM-dd} (owner {known.Owner}: {known.Reason}); {failure}")
            : (CaseStatus.KnownFailure, $"known until {known.Expires:yyyy-MM-dd}: {known.Reason}; {failure}");
    }

    private static CaseResult Result(CorpusCase corpusCase, IBackend backend, CaseStatus status, string? detail, Nanoseconds elapsed) =>
        new(corpusCase.Area, corpusCase.Name, backend.Name, status, detail, elapsed);
}
