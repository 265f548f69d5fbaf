using IoLab.Differential.Examining;
using IoLab.Differential.Generation;

namespace IoLab.Differential.Campaigns;

/// <summary>
/// One of a campaign's sequences of programs: what it has run, and what it has learned of that. Its state follows from its records alone, whether they come from
/// the journal or from programs just run. Used by one caller at a time.
/// </summary>
internal sealed class Lane(int number, IFeedback feedback, LaneJournal journal) : IDisposable
{
    /// <summary>Disagreements of one kind that a lane looks into whatever it has run so far; beyond, one for so many programs.</summary>
    private const int InspectedAtFirst = 8, ProgramsPerInspection = 256;

    private readonly Dictionary<string, int> inspected = new(StringComparer.Ordinal);
    private readonly List<(long Program, Sighting Sighting)> sightings = [];

    /// <summary>Its number, 0 to 15.</summary>
    public int Number => number;

    /// <summary>How many programs it has run.</summary>
    public long Position { get; private set; }

    /// <summary>The number of its next program in the campaign.</summary>
    public long NextProgram => (Position * Shard.LaneCount) + number;

    /// <summary>What its programs add up to.</summary>
    public LaneTally Tally { get; } = new();

    /// <summary>What it saw, in order.</summary>
    public IReadOnlyList<(long Program, Sighting Sighting)> Sightings => sightings;

    /// <summary>Makes its next program.</summary>
    public Specimen NextSpecimen(IProgramSource source, CampaignOptions options)
    {
        ulong name = options.NumberOf(NextProgram);
        return source.Create(name, feedback.Next(name));
    }

    /// <summary>Is there time to look into another disagreement of a kind? A bug that every second program hits must not bring the campaign to a stand.</summary>
    public bool Inspects(string kind) => inspected.GetValueOrDefault(kind) < InspectedAtFirst + (Position / ProgramsPerInspection);

    /// <summary>Goes on by a program that was run: the record is appended to the journal.</summary>
    public void Advance(LaneRecord record)
    {
        journal.Append(record);
        Recall(record);
    }

    /// <summary>Goes on by a program that an earlier process ran.</summary>
    public void Recall(LaneRecord record)
    {
        if (record.Sighting is { } sighting)
        {
            sightings.Add((NextProgram, sighting));
            if (sighting.Raw is not null) inspected[sighting.Group] = inspected.GetValueOrDefault(sighting.Group) + 1;
        }

        feedback.Learn(record.Features, record.NewEdges.Count, record.Sighting is { Kind: not SightingKind.Known });
        Tally.Add(record);
        Position++;
    }

    /// <inheritdoc/>
    public void Dispose() => journal.Dispose();
}
