using IoLab.Contract;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Sessions;

namespace IoLab.Tree;

/// <summary>The reference machine as a backend.</summary>
public sealed class TreeBackend : VmBackend
{
    /// <inheritdoc/>
    public override string Name => "tree";

    /// <inheritdoc/>
    public override string Description => "Steps over message trees with heap frames; plain, the oracle.";

    /// <inheritdoc/>
    public override Capabilities Capabilities => base.Capabilities | Capabilities.SlotUse | Capabilities.EdgeCoverage;

    /// <inheritdoc/>
    protected override Machine CreateMachine(Vm vm, DebugOptions debug) => new TreeMachine(vm);
}
