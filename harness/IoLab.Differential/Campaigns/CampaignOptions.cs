namespace IoLab.Differential.Campaigns;

/// <summary>What a campaign's programs and findings depend on. It is stored with the campaign; going on with anything else would be another campaign.</summary>
public sealed record CampaignOptions
{
    /// <summary>
    /// The usual limit of steps: several hundred times what the median program takes. The few in a thousand that go on would say little more, and with ten times
    /// this limit they took a fifth to a third of a campaign's time.
    /// </summary>
    public const long UsualSteps = 100_000;

    /// <summary>The campaign's seed: the upper half of every program's number.</summary>
    public required uint Seed { get; init; }
    /// <summary>The backends, the left side of differences first.</summary>
    public required IReadOnlyList<string> Backends { get; init; }
    /// <summary>The generator's version and what its programs are made from, as <c>iolab fuzz --print</c> checks them.</summary>
    public required string Generator { get; init; }
    /// <summary>The lanes of this part of the campaign.</summary>
    public Shard Shard { get; init; } = Shard.Whole;
    /// <summary>Ids of planted bugs.</summary>
    public IReadOnlyList<string> Mutants { get; init; } = [];
    /// <summary>The backends they are planted on.</summary>
    public IReadOnlyList<string> MutantBackends { get; init; } = [];
    /// <summary>Are findings reduced?</summary>
    public bool Reduces { get; init; } = true;
    /// <summary>The limit of steps of each run: <see cref="UsualSteps"/> unless asked otherwise.</summary>
    public long StepLimit { get; init; } = UsualSteps;

    /// <summary>The number of a program of this campaign, as its generator is given it.</summary>
    public ulong NumberOf(long program) => ((ulong)Seed << 32) | (uint)program;

    /// <summary>In what these options differ from others, one phrase each with both values; empty when they are the same.</summary>
    public IReadOnlyList<string> DifferencesFrom(CampaignOptions other)
    {
        var differences = new List<string>();
        Compare("seed", Seed, other.Seed);
        Compare("backends", string.Join(',', Backends), string.Join(',', other.Backends));
        Compare("generator", Generator, other.Generator);
        Compare("shard", Shard, other.Shard);
        Compare("mutants", Named(Mutants), Named(other.Mutants));
        Compare("mutants planted on", Named(MutantBackends), Named(other.MutantBackends));
        Compare("reduction", Reduces ? "on" : "off", other.Reduces ? "on" : "off");
        Compare("limit of steps", StepLimit, other.StepLimit);
        return differences;

        void Compare<T>(string what, T own, T theirs)
        {
            if (!Equals(own, theirs)) differences.Add($"{what}: {own} instead of {theirs}");
        }
    }

    private static string Named(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(',', names);
}
