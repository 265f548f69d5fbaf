using IoLab.Differential.Generation.Code;

namespace IoLab.Differential.Generation.Productions;

/// <summary>How a slot of the library is called.</summary>
/// <param name="Feature">What calling it belongs to.</param>
/// <param name="Receiver">What it is sent to.</param>
/// <param name="Name">The slot, with what follows it when it is never asked for alone.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="Result">What it answers.</param>
/// <param name="Grows">Does it make its receiver longer?</param>
internal sealed record LibrarySlot(Feature Feature, LibraryOperand Receiver, string Name, IReadOnlyList<LibraryOperand> Arguments, IoType Result, bool Grows)
{
    /// <summary>Do implementations do alike what it does?</summary>
    public bool IsPortable { get; init; } = true;
}

/// <summary>A receiver or an argument: a type, or a text that is written as it is.</summary>
internal readonly record struct LibraryOperand(IoType Type, string? Text);
