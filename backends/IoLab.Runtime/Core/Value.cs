using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace IoLab.Runtime.Core;

/// <summary>
/// An Io value in 16 bytes: an object, or a number when <see cref="Ref"/> is null. <c>default</c> is the number 0, so registers
/// that hold "nothing" hold <see cref="Sentinels.Absent"/>.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Value
{
    /// <summary>The object, or null for a number.</summary>
    public readonly IoObject? Ref;

    /// <summary>The number; meaningless when <see cref="Ref"/> is not null.</summary>
    public readonly double Num;

    /// <summary>A number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value(double number)
    {
        Ref = null;
        Num = number;
    }

    /// <summary>An object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value(IoObject reference)
    {
        Ref = reference;
        Num = 0;
    }

    /// <summary>Is this a plain number?</summary>
    public bool IsNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ref is null;
    }

    /// <summary>Is evaluation unwinding? The reason is in <see cref="Vm.Stop"/>.</summary>
    public bool IsUnwind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, Sentinels.Unwind);
    }

    /// <summary>Is it this object?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(IoObject o) => ReferenceEquals(Ref, o);

    /// <summary>Is it the object of this value, which is no number?</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(Value constant) => ReferenceEquals(Ref, constant.Ref);

    /// <summary>The same object, or two numbers that are equal (as small integers are in the reference).</summary>
    public bool IsIdenticalTo(Value other) =>
        ReferenceEquals(Ref, other.Ref) && (Ref is not null || Num.Equals(other.Num));

    /// <summary>The payload when this is an object that has one of that class.</summary>
    public T? PayloadAs<T>()
        where T : Payload => Ref?.Payload as T;

    public static implicit operator Value(double number) => new(number);

    public static implicit operator Value(IoObject reference) => new(reference);

    /// <inheritdoc/>
    public override string ToString() =>
        Ref is null ? Num.ToString(System.Globalization.CultureInfo.InvariantCulture) : Ref.ToString();
}
