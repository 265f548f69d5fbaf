using IoLab.Contract;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Sessions;

/// <summary>A backend that evaluates in this process: a machine over the shared runtime.</summary>
public abstract class VmBackend : IBackend
{
    /// <summary>The version of Io whose semantics our machines follow.</summary>
    public const string IoVersion = "20260302";

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public virtual Capabilities Capabilities =>
        Capabilities.InProcess | Capabilities.Resettable | Capabilities.Tracing | Capabilities.StepLimit | Capabilities.Counters
        | Capabilities.VirtualClock | Capabilities.AllocationCounting | Capabilities.Continuations;

    /// <inheritdoc/>
    public IReadOnlyList<string> Components => ["language/csharp", "primitives/csharp", "prelude", $"evaluation/{Name}"];

    /// <inheritdoc/>
    public virtual IReadOnlyList<string> Features => [];

    /// <inheritdoc/>
    public IReadOnlyList<MutantInfo> Mutants => field ??= [.. MutantCatalogue.Of(Components)];

    /// <inheritdoc/>
    public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new ProbeResult(true, $"{typeof(VmBackend).Assembly.GetName().Version?.ToString(3)} (Io {IoVersion})", null));

    /// <inheritdoc/>
    public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<ISession>(new VmSession(this, options));

    /// <summary>The code a machine has compiled for its last run, when <see cref="DebugOptions.ListsCode"/> asked for it.</summary>
    protected internal virtual IReadOnlyList<CodeListing> ListCode(Machine machine) => [];

    /// <summary>The profile of a machine's last run, when <see cref="DebugOptions.Profile"/> asked for it and the machine can.</summary>
    protected internal virtual RunProfile? ReadProfile(Machine machine) => null;

    /// <summary>The machine for a world.</summary>
    protected internal abstract Machine CreateMachine(Vm vm, DebugOptions debug);
}
