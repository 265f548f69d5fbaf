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
                Kind = SightingKind.Disagreement, Seed = specimen.Seed ?? "", Component = kind.Component,
                Group = $"{kind.Vote}|{kind.Accused}|{kind.Component}|{kind.Kind}|{kind.Outcomes}",
            };
        }

        return examination.Results.Any(entry => entry.Result.Outcome == Outcome.Crashed) ? Common(SightingKind.Crash)
            : examination.Results.All(entry => entry.Result.Outcome == Outcome.TimedOut) ? Common(SightingKind.Hang)
            : null;

        Sighting Common(SightingKind sighted) => new() { Kind = sighted, Seed = specimen.Seed ?? "", Component = "", Group = $"{sighted}" };
    }
}
