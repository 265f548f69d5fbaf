using IoLab.Contract;

namespace IoLab.Differential.Campaigns;

/// <summary>What the programs of one or several lanes add up to. Does not depend on the order in which they are added.</summary>
public sealed class LaneTally
{
    private readonly SortedDictionary<Outcome, long> outcomes = [];
    private readonly HashSet<uint> edges = [];

    /// <summary>How many programs.</summary>
    public long Programs { get; private set; }

    /// <summary>How they ended.</summary>
    public IReadOnlyDictionary<Outcome, long> Outcomes => outcomes;

    /// <summary>Every edge any of them took.</summary>
    public IReadOnlySet<uint> Edges => edges;

    /// <summary>Lines of their texts.</summary>
    public Distribution Lines { get; } = new();

    /// <summary>Messages of their texts.</summary>
    public Distribution Messages { get; } = new();

    /// <summary>Steps they took.</summary>
    public Distribution Steps { get; } = new();

    /// <summary>Adds a program.</summary>
    public void Add(LaneRecord record)
    {
        Programs++;
        outcomes[record.Outcome] = outcomes.GetValueOrDefault(record.Outcome) + 1;
        edges.UnionWith(record.NewEdges);
        Lines.Add(record.Lines);
        Messages.Add(record.Messages);
        Steps.Add(record.Steps);
    }

    /// <summary>Adds the programs of another tally.</summary>
    public void Add(LaneTally other)
    {
        Programs += other.Programs;
        foreach ((Outcome outcome, long count) in other.outcomes) outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + count;
        edges.UnionWith(other.edges);
        Lines.Add(other.Lines);
        Messages.Add(other.Messages);
        Steps.Add(other.Steps);
    }

    /// <summary>Those of some edges that no program took so far, ascending and each once.</summary>
    public IReadOnlyList<uint> NewAmong(IReadOnlyList<uint> taken) => [.. taken.Where(edge => !edges.Contains(edge)).Distinct().Order()];
}
