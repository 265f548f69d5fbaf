namespace IoLab.Differential.Campaigns;

/// <summary>
/// Puts the shards of a campaign together: programs, edges and findings are then those of one run over all their lanes. Directories that hold the same lane are merged when one
/// has gone on from the other (the longer one counts), and refused otherwise.
/// </summary>
public static class CampaignMerge
{
    /// <summary>Merges directories into a new one.</summary>
    /// <param name="folders">The directories, at least one; merged ones may be merged again.</param>
    /// <param name="intoDirPath">The new one.</param>
    /// <param name="book">Makes the book of findings of a directory.</param>
    /// <exception cref="CampaignException">They are of different campaigns, have run a lane differently, or the new one exists.</exception>
    public static CampaignResult Run(IReadOnlyList<CampaignFolder> folders, string intoDirPath, Func<CampaignFolder, IFindingBook> book)
    {
        RefuseStrangers(folders);
        IReadOnlyList<LaneSource> lanes = [.. folders.SelectMany(LaneSource.Of).GroupBy(lane => lane.Number).OrderBy(same => same.Key).Select(Longest)];
        CampaignFolder into = CampaignFolder.Create(intoDirPath, folders[0].Options with { Shard = Shard.Whole }, [.. lanes.Select(lane => lane.Number)]);
        foreach (LaneSource lane in lanes)
        {
            using LaneJournal journal = LaneJournal.Open(into.JournalFilePath(lane.Number), 0);
            foreach (LaneRecord record in lane.Records) journal.Append(record);
        }

        IFindingBook findings = book(into);
        CampaignResult result = CampaignResult.Of(lanes.Select(lane => lane.Tally()), [.. lanes.SelectMany(lane => lane.Sightings)], findings);
        foreach (CampaignFinding finding in result.Findings)
        {
            findings.Adopt(lanes.Single(lane => lane.Number == finding.Program % Shard.LaneCount).Folder, finding.Signature);
        }

        findings.Settle(result.Findings);
        return result;
    }

    /// <summary>The result of a directory as it is.</summary>
    public static CampaignResult Read(CampaignFolder folder, IFindingBook book)
    {
        LaneSource[] lanes = [.. LaneSource.Of(folder)];
        return CampaignResult.Of(lanes.Select(lane => lane.Tally()), [.. lanes.SelectMany(lane => lane.Sightings)], book);
    }

    private static void RefuseStrangers(IReadOnlyList<CampaignFolder> folders)
    {
        foreach (CampaignFolder other in folders.Skip(1))
        {
            IReadOnlyList<string> differences = (other.Options with { Shard = Shard.Whole }).DifferencesFrom(folders[0].Options with { Shard = Shard.Whole });
            if (differences.Count > 0)
            {
                throw new CampaignException($"{other.DirPath} and {folders[0].DirPath} are of different campaigns: {string.Join("; ", differences)}");
            }
        }
    }

    private static LaneSource Longest(IEnumerable<LaneSource> same)
    {
        LaneSource[] byLength = [.. same.OrderByDescending(lane => lane.Records.Count)];
        foreach (LaneSource shorter in byLength.Skip(1))
        {
            if (!shorter.IsBeginningOf(byLength[0]))
            {
                throw new CampaignException($"{byLength[0].Folder.DirPath} and {shorter.Folder.DirPath} have both run lane {shorter.Number}, and not alike; leave one of them out");
            }
        }

        return byLength[0];
    }

    /// <summary>A lane as a directory has it.</summary>
    private sealed record LaneSource(CampaignFolder Folder, int Number, IReadOnlyList<LaneRecord> Records)
    {
        public IEnumerable<(long Program, Sighting Sighting)> Sightings =>
            Records.Where(record => record.Sighting is not null).Select(record => ((record.Position * Shard.LaneCount) + Number, record.Sighting!));

        public static IEnumerable<LaneSource> Of(CampaignFolder folder) =>
            folder.Lanes.Select(number => new LaneSource(folder, number, LaneJournal.Read(folder.JournalFilePath(number), out _, out _)));

        public LaneTally Tally()
        {
            var tally = new LaneTally();
            foreach (LaneRecord record in Records) tally.Add(record);
            return tally;
        }

        /// <summary>Which of a raw signature's sightings are reduced may differ: that depends on what other lanes had met.</summary>
        public bool IsBeginningOf(LaneSource longer) => Records.Zip(longer.Records).All(pair =>
            pair.First.Features == pair.Second.Features && pair.First.Outcome == pair.Second.Outcome && pair.First.Steps == pair.Second.Steps
            && pair.First.NewEdges.SequenceEqual(pair.Second.NewEdges)
            && (pair.First.Sighting is null ? pair.Second.Sighting is null
                : pair.First.Sighting with { Signature = null } == (pair.Second.Sighting is { } other ? other with { Signature = null } : null)));
    }
}
