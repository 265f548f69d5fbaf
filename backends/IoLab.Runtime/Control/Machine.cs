using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>What evaluates in a <see cref="Vm"/>.</summary>
public abstract class Machine(Vm vm)
{
    /// <summary>The world.</summary>
    public Vm Vm { get; } = vm;

    /// <summary>
    /// Evaluates a chain on the main coroutine until it ends, raises, stops or is aborted. Coroutines it left behind stay suspended.
    /// Not reentrant: built-ins never call it.
    /// </summary>
    /// <returns>The value, or <see cref="Vm.Unwind"/> with <see cref="Vm.Stop"/> = Raise or Abort.</returns>
    public abstract Value Run(Message? program, Value target, IoObject locals);

    /// <summary>Enters a computation made of portable frames, as if its top frame had just received a value.</summary>
    /// <returns>As <see cref="Run"/>.</returns>
    public abstract Value Resume(IoObject coroutine, Value value);

    /// <summary>The object of the running coroutine, made if this machine had put that off.</summary>
    public abstract IoObject CurrentCoroutine { get; }

    /// <summary>Does a coroutine wait for the body of a <c>try</c> that the machine evaluates without frames of its own?</summary>
    public virtual bool IsInTry(IoObject coroutine) => false;

    /// <summary>Remembers for the back trace where an exception was raised.</summary>
    public abstract void NoteRaise(IoObject exception);

    /// <summary>Compiled forms of this message tree are stale: a program edited it.</summary>
    public virtual void NoteEdited(Message message)
    {
    }

    /// <summary>An activation was given a stop that takes effect when it ends, which those that tail calls have replaced never do.</summary>
    public virtual void NotePendingStop(Activation activation)
    {
    }

    /// <summary>Called before each run: does it count steps and report events?</summary>
    public virtual void Configure(bool isInstrumented)
    {
    }

    /// <summary>Called before a collection the program asks for: values that no frame will read again are let go.</summary>
    public virtual void ReleaseDeadValues()
    {
    }

    /// <summary>Forgets suspended work; called at a session's reset.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>Adds this machine's counters.</summary>
    public virtual void AddCounters(IDictionary<string, long> counters)
    {
    }
}
