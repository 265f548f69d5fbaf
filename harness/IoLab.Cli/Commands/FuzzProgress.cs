using System.Diagnostics;
using IoLab.Contract;
using IoLab.Differential.Campaigns;
using IoLab.Differential.Examining;

namespace IoLab.Cli.Commands;

/// <summary>How a campaign goes, in numbers for a display. Thread safe.</summary>
/// <param name="folder">The campaign.</param>
/// <param name="events">Who else is told, or null.</param>
/// <param name="warn">Shows a warning.</param>
internal sealed class FuzzProgress(CampaignFolder folder, FuzzEvents? events, Action<string> warn) : ICampaignObserver
{
    private readonly Lock gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly HashSet<uint> edges = [];
    private readonly Dictionary<string, Nanoseconds> times = [];
    private long programs, earlier, sightings;
    private int newFindings, knownFindings;
    private string? last;

    /// <inheritdoc/>
    public void Resumed(int lane, long before, long damagedBytes)
    {
        lock (gate) earlier += before;
        if (damagedBytes > 0) warn($"the last {damagedBytes} bytes of {folder.JournalFilePath(lane)} were not whole; lane {lane} goes on after its program {before}");
    }

    /// <inheritdoc/>
    public void Ran(LaneRecord record, Examination examination)
    {
        lock (gate)
        {
            programs++;
            if (record.Sighting is not null) sightings++;
            edges.UnionWith(record.NewEdges);
            foreach ((string backend, RunResult result) in examination.Results)
            {
                times[backend] = new Nanoseconds(times.GetValueOrDefault(backend).Value + result.Elapsed.Value);
            }
        }

        events?.Progressed(Now);
    }

    /// <inheritdoc/>
    public void Found(long program, Sighting sighting, bool isNew)
    {
        lock (gate)
        {
            if (isNew) newFindings++;
            else knownFindings++;
            if (isNew) last = $"{sighting.Component} {sighting.Signature}".Trim();
        }

        events?.Found(program, sighting, isNew);
    }

    /// <summary>The numbers now.</summary>
    public FuzzSnapshot Now
    {
        get
        {
            lock (gate)
            {
                return new FuzzSnapshot(
                    watch.Elapsed, programs, earlier, edges.Count, sightings, newFindings, knownFindings,
                    [.. times.Select(entry => (entry.Key, new Nanoseconds(entry.Value.Value / Math.Max(1, programs))))], last);
            }
        }
    }
}

/// <summary>The numbers of a campaign at a moment.</summary>
/// <param name="Elapsed">Time of this process.</param>
/// <param name="Programs">Programs of this process.</param>
/// <param name="Earlier">Programs of earlier processes.</param>
/// <param name="Edges">Edges that this process added.</param>
/// <param name="Sightings">Programs that something is wrong with.</param>
/// <param name="NewFindings">Findings of signatures that nobody had seen or listed.</param>
/// <param name="KnownFindings">The others.</param>
/// <param name="Times">Mean time of a program on each backend.</param>
/// <param name="Last">The last new finding, or null.</param>
internal sealed record FuzzSnapshot(
    TimeSpan Elapsed, long Programs, long Earlier, int Edges, long Sightings, int NewFindings, int KnownFindings, IReadOnlyList<(string Backend, Nanoseconds Mean)> Times, string? Last)
{
    /// <summary>Programs a second.</summary>
    public double Rate => Programs / Math.Max(0.001, Elapsed.TotalSeconds);
}
