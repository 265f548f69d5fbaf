using IoLab.Contract;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Sessions;

namespace IoLab.Bytecode;

/// <summary>The bytecode machine as a backend.</summary>
public sealed class BytecodeBackend : VmBackend
{
    /// <inheritdoc/>
    public override string Name => "bytecode";

    /// <inheritdoc/>
    public override string Description => "Register bytecode with inline caches, run by one loop over heap frames.";

    /// <inheritdoc/>
    protected override Machine CreateMachine(Vm vm, DebugOptions debug) => new BytecodeMachine(vm, debug.ReifyEvery);
}
