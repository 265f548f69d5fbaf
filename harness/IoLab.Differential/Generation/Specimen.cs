namespace IoLab.Differential.Generation;

/// <summary>A program to examine, and where it came from.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Seed">The text that regenerates it, or null for a program that was not generated.</param>
/// <param name="Features">The features it was made with, as bits of <see cref="FeatureWeights"/>' order: what feedback credits.</param>
public sealed record Specimen(string Source, string? Seed, ulong Features);
