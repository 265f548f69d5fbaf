using IoLab.Differential.Examining;
using IoLab.Differential.Generation;

namespace IoLab.Differential.Campaigns;

/// <summary>Who does the work of a campaign.</summary>
public sealed record CampaignParts
{
    /// <summary>Makes programs.</summary>
    public required IProgramSource Source { get; init; }
    /// <summary>Makes what a lane learns with; all are the same at first.</summary>
    public required Func<IFeedback> Feedback { get; init; }
    /// <summary>Makes a job's examiner.</summary>
    public required Func<IExaminer> Examiner { get; init; }
    /// <summary>Makes a job's investigator.</summary>
    public required Func<IInvestigator> Investigator { get; init; }
    /// <summary>The findings of the campaign's directory.</summary>
    public required IFindingBook Findings { get; init; }
}
