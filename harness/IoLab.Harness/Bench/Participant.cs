using IoLab.Contract;

namespace IoLab.Harness.Bench;

/// <summary>A backend that takes part in a run, possibly a variant of one.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Label">Separates variants of the same backend (<c>slow10</c>, <c>control</c>); empty for the plain one.</param>
/// <param name="Options">The options of its sessions.</param>
public sealed record Participant(IBackend Backend, string Label, SessionOptions Options)
{
    /// <summary>The plain backend.</summary>
    public Participant(IBackend backend) : this(backend, "", new SessionOptions())
    {
    }

    /// <summary>The same machine as a program of its own, whose start-up is what a user waits for; null when the backend itself is such a program.</summary>
    public IBackend? Program { get; init; }

    /// <summary>The backend's name, with the label in brackets where there is one.</summary>
    public string Name => Label.Length == 0 ? Backend.Name : $"{Backend.Name}[{Label}]";
}
