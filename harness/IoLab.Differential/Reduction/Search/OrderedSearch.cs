using System.Collections.Concurrent;

namespace IoLab.Differential.Reduction.Search;

/// <summary>
/// Tests candidates, several at once, and finds the first interesting one in their order. What is tested beyond it is forgotten, or rather: remembered, but not
/// counted. So everything that can be seen is as if candidates were tested one by one. Used by one caller at a time.
/// </summary>
internal sealed class OrderedSearch(Func<string, CancellationToken, Task<bool>> isInteresting, ReductionOptions options, CancellationToken cancellationToken) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, bool> verdicts = new(StringComparer.Ordinal);
    private readonly HashSet<string> counted = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource deadline = new();
    private ReductionJournal? journal;

    /// <summary>How many different texts were tested, in order.</summary>
    public long Tests => counted.Count;

    /// <summary>Which limit was reached; null for none.</summary>
    public ReductionEnd? Limit { get; private set; }

    /// <summary>Starts the clock and reads the journal.</summary>
    public void Start(string source)
    {
        if (options.MaxTime is { } time) deadline.CancelAfter(time);
        if (options.JournalFilePath is { } filePath) journal = ReductionJournal.Open(filePath, source, options.Purpose, verdicts);
    }

    /// <summary>Tests a text now, whatever is remembered of it.</summary>
    public Task<bool> AskAsync(string text) => Task.Run(() => isInteresting(text, cancellationToken), cancellationToken);

    /// <summary>Notes that a program is the smallest so far.</summary>
    public void Take(Variant variant) => journal?.Took(variant.Text);

    /// <summary>The first interesting candidate; null when there is none, or a limit was reached.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<Step?> FirstAsync(IEnumerable<Step> candidates)
    {
        if (Limit is not null) return null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var running = new Queue<(Step Step, string Key, Task<bool> Test)>();
        using IEnumerator<Step> rest = candidates.GetEnumerator();
        bool hasMore = true;
        try
        {
            while (true)
            {
                while (hasMore && running.Count < options.Jobs && (hasMore = rest.MoveNext()))
                {
                    string key = TextKey.Of(rest.Current.Candidate.Text);
                    if (running.Any(one => one.Key == key)) continue;
                    bool isKnown = verdicts.TryGetValue(key, out bool verdict);
                    if (isKnown && !verdict && counted.Contains(key)) continue;
                    running.Enqueue((rest.Current, key, isKnown ? Task.FromResult(verdict) : TestAsync(rest.Current.Candidate.Text, key, stop.Token)));
                    if (isKnown && verdict) hasMore = false;
                }

                if (!running.TryPeek(out (Step Step, string Key, Task<bool> Test) first)) return null;
                if (!counted.Contains(first.Key) && counted.Count >= options.MaxTests)
                {
                    Limit = ReductionEnd.TestLimit;
                    return null;
                }

                bool isFound = await first.Test.ConfigureAwait(false);
                running.Dequeue();
                counted.Add(first.Key);
                if (isFound) return first.Step;
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Limit = ReductionEnd.TimeLimit;
            return null;
        }
        finally
        {
            // A session whose run is cancelled must be started anew: most runs end sooner.
            stop.CancelAfter(Grace);
            foreach ((_, _, Task test) in running) await test.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        journal?.Dispose();
        deadline.Dispose();
    }

    private async Task<bool> TestAsync(string text, string key, CancellationToken stop)
    {
        bool verdict = await Task.Run(() => isInteresting(text, stop), stop).ConfigureAwait(false);
        verdicts[key] = verdict;
        journal?.Tested(key, verdict);
        return verdict;
    }
}
