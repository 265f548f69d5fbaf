namespace IoLab.Runtime.Core;

/// <summary>The kinds of events of a trace (docs/differential.md, "Traces"). Their numbers are part of what is hashed.</summary>
public enum ObservedKind
{
    /// <summary>A message was sent.</summary>
    Send,
    /// <summary>A slot of an object that is not a Locals was written.</summary>
    SlotWrite,
    /// <summary>An exception was raised.</summary>
    Raise,
    /// <summary>Control went to another coroutine.</summary>
    Switch,
    /// <summary>Bytes were written to standard output.</summary>
    Output,
    /// <summary>An eager or guarded built-in answered a value.</summary>
    Result,
}
