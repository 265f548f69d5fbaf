using IoLab.Contract;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Sessions;

namespace IoLab.Closure;

/// <summary>The closure machine as a backend.</summary>
public sealed class ClosureBackend : VmBackend
{
    /// <inheritdoc/>
    public override string Name => "closure";

    /// <inheritdoc/>
    public override string Description => "Message trees compiled to fused node objects over stack registers, with inline caches.";

    /// <inheritdoc/>
    protected override Machine CreateMachine(Vm vm, DebugOptions debug) => new ClosureMachine(vm, debug.ReifyEvery);
}
