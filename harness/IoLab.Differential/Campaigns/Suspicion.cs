using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Generation;

namespace IoLab.Differential.Campaigns;

/// <summary>Is something wrong with a program that was examined?</summary>
internal static class Suspicion
{
    /// <summary>What is known before looking into it; null when nothing is wrong.</summary>
    public static Sighting? Of(Specimen specimen, Examination examination)
    {
        if (examination.Disagreement is { } kind)
        {
            return new Sighting
            {
                Kind = examination.Difference is null ? SightingKind.Crash : SightingKind.Disagreement, Seed = specimen.Seed ?? "", Component = kind.Component,
                Group = $"{kind.Vote}|{kind.Accused}|{kind.Component}|{kind.Kind}|{kind.Outcomes}",
            };
        }

        if (examination.Excused is [var known, ..])
        {
            return new Sighting { Kind = SightingKind.Known, Seed = specimen.Seed ?? "", Component = "", Group = $"{SightingKind.Known}|{known}", Raw = known, Signature = known };
        }

        return examination.Results.All(entry => entry.Result.Outcome == Outcome.TimedOut)
            ? new Sighting { Kind = SightingKind.Hang, Seed = specimen.Seed ?? "", Component = Disagreement.Undecided, Group = $"{SightingKind.Hang}" }
            : null;
    }
}
