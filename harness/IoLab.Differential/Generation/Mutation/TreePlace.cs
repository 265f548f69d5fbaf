using IoLab.Language;

namespace IoLab.Differential.Generation.Mutation;

/// <summary>A message of a program where something may be changed.</summary>
/// <param name="Message">The message.</param>
/// <param name="Parent">Whose argument its chain is, or null for a statement.</param>
/// <param name="Argument">Which argument.</param>
/// <param name="Previous">The message before it in its chain, or null.</param>
internal readonly record struct TreePlace(Message Message, Message? Parent, int Argument, Message? Previous);
