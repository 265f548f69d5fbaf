using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>The evaluated arguments of an eager primitive, with checks that answer the reference's error texts.</summary>
public readonly ref struct Args
{
    private readonly ReadOnlySpan<Value> _values;

    /// <summary>Wraps values.</summary>
    /// <param name="values">One per actual argument.</param>
    /// <param name="message">The message that was sent.</param>
    public Args(ReadOnlySpan<Value> values, Message message)
    {
        _values = values;
        Message = message;
    }

    /// <summary>The message that was sent: its name is in error texts.</summary>
    public Message Message { get; }

    /// <summary>How many actuals.</summary>
    public int Count => _values.Length;

    /// <summary>All actuals.</summary>
    public ReadOnlySpan<Value> All => _values;

    /// <summary>An actual, or nil when there are fewer.</summary>
    public Value Get(Vm vm, int index) => (uint)index < (uint)_values.Length ? vm.Resolve(_values[index]) : vm.Nil;

    /// <summary>Takes a Number, or makes the error that it must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNumber(Vm vm, int index, out double number, out Value error)
    {
        if ((uint)index < (uint)_values.Length && _values[index].Ref is null)
        {
            number = _values[index].Num;
            error = default;
            return true;
        }
        return SlowNumber(vm, index, out number, out error);
    }

    private bool SlowNumber(Vm vm, int index, out double number, out Value error)
    {
        var value = Get(vm, index);
        if (value.Ref is null)
        {
            number = value.Num;
            error = default;
            return true;
        }
        if (value.Ref.Payload is NumberPayload payload)
        {
            number = payload.Value;
            error = default;
            return true;
        }
        number = 0;
        error = Wrong(vm, index, "Number");
        return false;
    }

    /// <summary>Takes an object with a payload of class <typeparamref name="T"/>, or makes the error that it must be a <paramref name="kind"/>.</summary>
    public bool TryPayload<T>(Vm vm, int index, string kind, out T payload, out Value error)
        where T : Payload
    {
        if (Get(vm, index).Ref?.Payload is T found)
        {
            payload = found;
            error = default;
            return true;
        }
        payload = null!;
        error = Wrong(vm, index, kind);
        return false;
    }

    /// <summary>Takes a Sequence, or makes the error that it must be one.</summary>
    public bool TrySeq(Vm vm, int index, out Seq seq, out Value error) => TryPayload(vm, index, "Sequence", out seq, out error);

    /// <summary>Takes a slot name (any Sequence), or makes the error.</summary>
    public bool TrySymbol(Vm vm, int index, out Symbol symbol, out Value error)
    {
        if (TrySeq(vm, index, out var seq, out error))
        {
            symbol = vm.SymbolOf(seq);
            return true;
        }
        symbol = null!;
        return false;
    }

    /// <summary>Takes an object of any kind but a number, or makes the error that it must be a <paramref name="kind"/>.</summary>
    public bool TryObject(Vm vm, int index, string kind, out IoObject o, out Value error)
    {
        var value = Get(vm, index);
        o = value.Ref!;
        error = default;
        if (value.Ref is not null)
            return true;
        error = Wrong(vm, index, kind);
        return false;
    }

    /// <summary>The error "argument N to method 'M' must be a K, not a 'T'".</summary>
    public Value Wrong(Vm vm, int index, string kind) =>
        vm.Raise($"argument {index} to method '{Message.Name.Text}' must be a {kind}, not a '{vm.TypeName(Get(vm, index))}'", Message);
}
