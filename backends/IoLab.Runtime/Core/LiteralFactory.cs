using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>Makes <see cref="CachedValue"/>s for the parser. Equal strings of one world share one object.</summary>
internal sealed class LiteralFactory(Vm vm) : ILiteralFactory
{
    private CachedValue? _nil, _true, _false;

    public object Number(double value) => new CachedValue(value);

    public object Text(ReadOnlySpan<int> codePoints)
    {
        var seq = Seq.FromCodePoints(codePoints);
        if (codePoints.IndexOfAnyExceptInRange(0, 127) < 0)
            return new CachedValue(vm.SymbolObject(vm.SymbolOf(seq)));
        return new CachedValue(vm.World.NewSequence(seq));
    }

    public object? Constant(string name) => name switch
    {
        "nil" => _nil ??= new CachedValue(vm.Nil),
        "true" => _true ??= new CachedValue(vm.True),
        "false" => _false ??= new CachedValue(vm.False),
        _ => null,
    };
}
