using System.Diagnostics;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Generation;

namespace IoLab.Differential.Campaigns;

/// <summary>
/// Runs the lanes of a directory: makes programs, examines them, looks into those that something is wrong with, and keeps account. What it finds depends on the
/// options alone: not on the number of jobs, not on how often and where it was interrupted.
/// </summary>
/// <param name="folder">The campaign's directory.</param>
/// <param name="parts">Who does the work.</param>
/// <param name="observer">Who is told, or null.</param>
public sealed class Campaign(CampaignFolder folder, CampaignParts parts, ICampaignObserver? observer = null)
{
    private readonly ReductionLedger ledger = new();
    private readonly HashSet<string> signatures = new(StringComparer.Ordinal);
    private readonly Lock telling = new();
    private long programsNow;

    /// <summary>Goes on from where the journals end, to the limit.</summary>
    /// <param name="limit">When to end.</param>
    /// <param name="jobs">How many programs at once, at least 1.</param>
    /// <param name="cancellationToken">Stops at once: programs in flight will be run again. The result is still given.</param>
    /// <exception cref="CampaignException">Another process runs it.</exception>
    public async Task<CampaignResult> RunAsync(CampaignLimit limit, int jobs, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        using IDisposable lockFile = folder.Lock();
        var lanes = new List<Lane>();
        try
        {
            foreach (int number in folder.Lanes) lanes.Add(Open(number));
            var watch = Stopwatch.StartNew();
            var schedule = new LaneSchedule(lanes, limit.Programs);
            using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAll(Enumerable.Range(0, jobs).Select(_ => Task.Run(() => WorkAsync(schedule, limit, watch, failure), CancellationToken.None))).ConfigureAwait(false);
            CampaignResult result = CampaignResult.Of(lanes.Select(lane => lane.Tally), [.. lanes.SelectMany(lane => lane.Sightings)], parts.Findings);
            parts.Findings.Settle(result.Findings);
            return result with { ProgramsNow = programsNow, Elapsed = watch.Elapsed };
        }
        finally
        {
            foreach (Lane lane in lanes) lane.Dispose();
        }
    }

    private Lane Open(int number)
    {
        string filePath = folder.JournalFilePath(number);
        IReadOnlyList<LaneRecord> records = LaneJournal.Read(filePath, out long validBytes, out long damagedBytes);
        var lane = new Lane(number, parts.Feedback(), LaneJournal.Open(filePath, validBytes));
        foreach (LaneRecord record in records)
        {
            if (record.Sighting is { Raw: { } raw } sighting)
            {
                ledger.Admits(raw, lane.NextProgram);
                if (sighting.Signature is { } signature) signatures.Add(signature);
            }

            lane.Recall(record);
        }

        if (records.Count > 0 || damagedBytes > 0) observer?.Resumed(number, records.Count, damagedBytes);
        return lane;
    }

    /// <summary>One job. A failure of IoLab itself stops the others too.</summary>
    private async Task WorkAsync(LaneSchedule schedule, CampaignLimit limit, Stopwatch watch, CancellationTokenSource stop)
    {
        try
        {
            await using IExaminer examiner = parts.Examiner();
            await using IInvestigator investigator = parts.Investigator();
            while (!stop.IsCancellationRequested && !(watch.Elapsed >= limit.Time) && schedule.Take() is { } lane)
            {
                await RunOneAsync(lane, examiner, investigator, stop.Token).ConfigureAwait(false);
                schedule.Return(lane);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was in flight is not in a journal.
        }
        catch (Exception)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task RunOneAsync(Lane lane, IExaminer examiner, IInvestigator investigator, CancellationToken cancellationToken)
    {
        Specimen specimen = lane.NextSpecimen(parts.Source, folder.Options);
        Examination examination = await examiner.ExamineAsync(new IoProgram { Source = specimen.Source }, cancellationToken).ConfigureAwait(false);
        Sighting? sighting = Suspicion.Of(specimen, examination);
        if (sighting is { Kind: not SightingKind.Known } && lane.Inspects(sighting.Group))
        {
            sighting = await LookIntoAsync(lane.NextProgram, specimen, sighting, examination, investigator, cancellationToken).ConfigureAwait(false);
        }

        ProgramSize size = ProgramSize.Of(specimen.Source);
        var record = new LaneRecord
        {
            Position = lane.Position, Features = specimen.Features, Outcome = examination.Results[0].Result.Outcome, Lines = size.Lines, Messages = size.Messages,
            Steps = examination.Results.Max(entry => entry.Result.Counters.GetValueOrDefault("steps")),
            NewEdges = lane.Tally.NewAmong([.. examination.Results.SelectMany(entry => entry.Result.Edges)]), Sighting = sighting,
        };
        lane.Advance(record);
        lock (telling)
        {
            programsNow++;
            observer?.Ran(record, examination);
        }
    }

    private async Task<Sighting?> LookIntoAsync(
        long program, Specimen specimen, Sighting sighting, Examination examination, IInvestigator investigator, CancellationToken cancellationToken)
    {
        IInspection? inspection = await investigator.InspectAsync(program, specimen, sighting, examination, cancellationToken).ConfigureAwait(false);
        if (inspection is null) return null;
        if (!ledger.Admits(inspection.Sighting.Raw!, program)) return inspection.Sighting;
        Sighting settled = inspection.Sighting with { Signature = await inspection.SettleAsync(cancellationToken).ConfigureAwait(false) };
        lock (telling)
        {
            observer?.Found(program, settled, signatures.Add(settled.Signature!) && !parts.Findings.IsKnown(settled.Signature!));
        }

        return settled;
    }
}
