using IoLab.Differential.Generation.Code;

namespace IoLab.Differential.Generation.Productions;

/// <summary>How a slot of the library is called.</summary>
/// <param name="Feature">What calling it belongs to.</param>
/// <param name="Receiver">What it is sent to.</param>
/// <param name="Name">The slot, with what follows it when it is never asked for alone.</param>
/// <param name="Arguments">A type or a text that is written as it is.</param>
/// <param name="Result">What it answers.</param>
/// <param name="Grows">Does it make its receiver longer?</param>
internal sealed record LibrarySlot(Feature Feature, IoType Receiver, string Name, IReadOnlyList<LibraryArgument> Arguments, IoType Result, bool Grows);

/// <summary>An argument: a type, or a text that is written as it is.</summary>
internal readonly record struct LibraryArgument(IoType Type, string? Text);
