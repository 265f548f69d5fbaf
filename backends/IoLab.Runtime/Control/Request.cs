namespace IoLab.Runtime.Control;

/// <summary>What a control primitive asks of the machine. The operands are in the <see cref="ControlFrame"/>.</summary>
public enum Request
{
    /// <summary>Finished; the value is in <see cref="ControlFrame.Value"/>.</summary>
    Done,
    /// <summary>The stop state of the VM is set: unwind.</summary>
    Unwind,
    /// <summary>Evaluate a chain and step again.</summary>
    Eval,
    /// <summary>Evaluate a chain in place of this frame.</summary>
    TailEval,
    /// <summary>Perform one message and step again.</summary>
    Perform,
    /// <summary>Perform one message in place of this frame.</summary>
    TailPerform,
    /// <summary>Activate a callee and step again.</summary>
    Activate,
    /// <summary>Activate a callee in place of this frame.</summary>
    TailActivate,
    /// <summary>Suspend this coroutine and run another.</summary>
    Switch,
    /// <summary>Make all frames portable and step again.</summary>
    Capture,
    /// <summary>Replace this coroutine's frames and continue there.</summary>
    Reinstate,
}
