namespace IoLab.Differential.Reduction.Passes;

/// <summary>Where a pass goes on after a step of it was accepted. What the numbers mean is the pass's own; the beginning is all zeros.</summary>
/// <param name="Place">A node's position, or another outer count.</param>
/// <param name="Size">How many units are taken at once; 0 for the most.</param>
/// <param name="Index">Which units.</param>
internal readonly record struct Cursor(int Place, int Size = 0, int Index = 0);
