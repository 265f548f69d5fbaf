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
    private (MapPayload? Map, int Changes) _operators, _assignments;
    private bool _isNewSinceReset;

    /// <summary>Finds or compiles a text. False as for <see cref="Source.TryParse"/>.</summary>
    public bool TryParse(Vm vm, string text, string label, Message? at, out Message? chain)
    {
        var operators = TableOf(vm, vm.Names.Operators);
        var assignments = TableOf(vm, vm.Names.AssignOperators);
        if (operators != _operators || assignments != _assignments)
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
        (_operators, _assignments) = (operators, assignments);
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

    private static (MapPayload? Map, int Changes) TableOf(Vm vm, Symbol table) =>
        vm.TryGetSlot(vm.World.Proto("OperatorTable"), table, out var found) && found.PayloadAs<MapPayload>() is { } map ? (map, map.Changes) : default;
}
