using IoLab.Language;
using IoLab.Language.Mutants;

namespace IoLab.Runtime.Core;

/// <summary>The payload of maps: symbols to values in order of insertion.</summary>
public sealed class MapPayload : Payload
{
    /// <summary>The entries; .NET 10's ordered dictionary removes in linear time.</summary>
    public OrderedDictionary<Symbol, Value> Entries { get; private set; } = [];

    /// <inheritdoc/>
    public override Kind Kind => Kind.Map;

    /// <inheritdoc/>
    public override Payload CloneFor(Vm vm) => vm.Mutants.Has(Mutant.MapCloneShares) && Entries.Count > 0 ? new MapPayload { Entries = Entries } : Snapshot();

    /// <inheritdoc/>
    public override Payload Snapshot() => new MapPayload { Entries = new OrderedDictionary<Symbol, Value>(Entries) };

    /// <inheritdoc/>
    public override void Restore(Payload snapshot) => Entries = ((MapPayload)snapshot).Entries;
}
