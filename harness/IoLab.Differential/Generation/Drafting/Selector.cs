using IoLab.Differential.Generation.Code;

namespace IoLab.Differential.Generation.Drafting;

/// <summary>
/// A method's name, which means the same everywhere in a program: same parameters, same kind of result. So calls through it are well typed
/// whichever object it is sent to, and sites see many kinds of receivers.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Result">What it answers.</param>
/// <param name="Rank">
/// A method calls only methods of a lower rank, whoever implements them, so that calls come to an end in spite of overriding and redefinition.
/// </param>
/// <param name="IsGlobal">A method of the Lobby.</param>
internal sealed record Selector(string Name, IReadOnlyList<IoType> Parameters, IoType Result, int Rank, bool IsGlobal)
{
    /// <summary>The greatest number of steps that a method of this name is thought to take.</summary>
    public long Steps { get; set; }
}

/// <summary>A slot's name, which holds the same type everywhere in a program.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What it holds.</param>
internal sealed record SlotModel(string Name, IoType Type);

/// <summary>What a generated proto has, its ancestors' included.</summary>
/// <param name="Name">The global name.</param>
internal sealed record ProtoModel(string Name)
{
    /// <summary>Data slots.</summary>
    public List<SlotModel> Slots { get; } = [];

    /// <summary>Methods.</summary>
    public List<Selector> Selectors { get; } = [];

    /// <summary>Does it answer unknown messages?</summary>
    public bool HasForward { get; set; }
}
