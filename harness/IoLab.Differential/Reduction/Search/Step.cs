using IoLab.Differential.Reduction.Passes;

namespace IoLab.Differential.Reduction.Search;

/// <summary>A candidate, and where its pass goes on if it is interesting.</summary>
internal readonly record struct Step(Variant Candidate, Cursor Next);
