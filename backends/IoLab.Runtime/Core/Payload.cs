namespace IoLab.Runtime.Core;

/// <summary>The C# data of an object that is more than its slots.</summary>
public abstract class Payload
{
    /// <summary>The kind of objects that carry it.</summary>
    public abstract Kind Kind { get; }

    /// <summary>The payload of a clone: a shallow copy for mutable data, itself for immutable data.</summary>
    public virtual Payload CloneFor(Vm vm) => this;

    /// <summary>A copy to restore at reset, or null when the payload never changes. Called before the first mutation.</summary>
    public virtual Payload? Snapshot() => null;

    /// <summary>Takes the state of a snapshot back, in place.</summary>
    public virtual void Restore(Payload snapshot) => throw new InvalidOperationException($"{GetType().Name} is immutable.");
}

/// <summary>The payload of objects that became something else.</summary>
public sealed class ForwarderPayload(Value target) : Payload
{
    /// <summary>What the object stands for now; never itself a forwarder when set.</summary>
    public Value Target { get; } = target;

    /// <inheritdoc/>
    public override Kind Kind => Target.Ref?.Kind ?? Kind.Number;
}

/// <summary>The payload of sentinels and of nil, true and false, whose kind is all they have.</summary>
public sealed class TagPayload(Kind kind, string name) : Payload
{
    /// <inheritdoc/>
    public override Kind Kind => kind;

    /// <inheritdoc/>
    public override string ToString() => name;
}

/// <summary>The payload of the Number proto, which is the number 0 with slots.</summary>
public sealed class NumberPayload(double value) : Payload
{
    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <inheritdoc/>
    public override Kind Kind => Kind.Number;
}

/// <summary>A payload with an order among its own kind, such as dates and durations.</summary>
public interface IComparablePayload
{
    /// <summary>Negative, zero or positive.</summary>
    int CompareTo(IComparablePayload other);
}
