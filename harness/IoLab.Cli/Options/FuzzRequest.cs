using IoLab.Cli.Output;
using IoLab.Differential.Campaigns;

namespace IoLab.Cli.Options;

/// <summary>What <c>iolab fuzz</c> was asked to do. Null means: not said.</summary>
internal sealed record FuzzRequest
{
    /// <summary>The backends.</summary>
    public IReadOnlyList<string>? Backends { get; init; }
    /// <summary>The campaign's seed.</summary>
    public uint? Seed { get; init; }
    /// <summary>Programs with lower numbers are run.</summary>
    public long? Programs { get; init; }
    /// <summary>No program is begun after this time.</summary>
    public TimeSpan? Time { get; init; }
    /// <summary>How many programs run at once.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;
    /// <summary>Go on with a campaign instead of beginning one?</summary>
    public bool Resumes { get; init; }
    /// <summary>The lanes to run.</summary>
    public Shard? Shard { get; init; }
    /// <summary>The campaign's directory.</summary>
    public string? DirPath { get; init; }
    /// <summary>Where campaigns are that are not told where.</summary>
    public required string CampaignsDirPath { get; init; }
    /// <summary>Planted bugs.</summary>
    public IReadOnlyList<string>? Mutants { get; init; }
    /// <summary>The backends they are planted on.</summary>
    public IReadOnlyList<string>? MutantBackends { get; init; }
    /// <summary>Are findings reduced?</summary>
    public bool? Reduces { get; init; }
    /// <summary>The limit of steps of each run.</summary>
    public long? StepLimit { get; init; }
    /// <summary>A program's seed: print the program and do nothing else.</summary>
    public string? PrintedSeed { get; init; }
    /// <summary>Where events go as they happen.</summary>
    public string? EventsFilePath { get; init; }
    /// <summary>For whom the result is.</summary>
    public OutputFormat Format { get; init; }
}
