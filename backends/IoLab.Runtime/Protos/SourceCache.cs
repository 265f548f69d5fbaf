using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos;

/// <summary>
/// Remembers what short texts compiled to, for code that compiles the same text again and again, such as <c>interpolate</c>. Forgets
/// everything when an operator was changed, a program edited a message or the world is reset.
/// </summary>
public sealed class SourceCache
{
    private const int MaxTexts = 500;
    private const int MaxLength = 1000;

    private readonly Dictionary<(string Label, string Text), Message?> _chains = [];
    private ulong _operators;
    private bool _isNewSinceReset;

    /// <summary>Finds or compiles a text. False as for <see cref="Source.TryParse"/>.</summary>
    public bool TryParse(Vm vm, string text, string label, Message? at, out Message? chain)
    {
        var operators = Fingerprint(vm, vm.Names.Operators) * 31 + Fingerprint(vm, vm.Names.AssignOperators);
        if (operators != _operators)
            Clear();
        if (_chains.TryGetValue((label, text), out chain))
            return true;
        if (!Source.TryParse(vm, text, label, at, out chain))
            return false;
        if (text.Length > MaxLength)
            return true;
        if (!_isNewSinceReset)
            vm.Journal.OnReset(ForgetRun);
        _isNewSinceReset = true;
        if (_chains.Count >= MaxTexts)
            _chains.Clear();
        _operators = operators;
        _chains[(label, text)] = chain;
        return true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _chains.Clear();

    private void ForgetRun()
    {
        Clear();
        _isNewSinceReset = false;
    }

    private static ulong Fingerprint(Vm vm, Symbol table)
    {
        var hash = 14695981039346656037UL;
        if (!vm.TryGetSlot(vm.World.Proto("OperatorTable"), table, out var found) || found.PayloadAs<MapPayload>() is not { } map)
            return hash;
        foreach (var (name, value) in map.Entries)
        {
            hash = (hash ^ (uint)RuntimeHelpers.GetHashCode(name)) * 1099511628211;
            hash = (hash ^ (value.Ref is { } o ? (uint)RuntimeHelpers.GetHashCode(o) : (ulong)BitConverter.DoubleToInt64Bits(value.Num))) * 1099511628211;
        }
        return hash;
    }
}
