using IoLab.Closure;
using IoLab.External;
using IoLab.TestBackends;
using IoLab.Tree;
using IoLab.Workers;

namespace IoLab.Contract.Tests;

[TestFixture]
internal sealed class FakeContract() : BackendContract(
    new FakeBackend(new FakeMachine()), ContractPrograms.Fake, nameof(A_sample_can_be_cancelled_and_the_session_goes_on)); // Its endless work takes no time.

[TestFixture]
internal sealed class TreeContract() : BackendContract(new TreeBackend(), ContractPrograms.Io);

[TestFixture]
internal sealed class ClosureContract() : BackendContract(new ClosureBackend(), ContractPrograms.Io);

[TestFixture]
internal sealed class BytecodeContract() : BackendContract(new Bytecode.BytecodeBackend(), ContractPrograms.Io);

/// <summary>The guest under Wasmtime; skipped, loudly, where there is none.</summary>
[TestFixture]
internal sealed class WasmContract() : HostedContract(Wasm.WasmBackend.UnderWasmtime());

/// <summary>The guest under Node; skipped, loudly, where there is none.</summary>
[TestFixture]
internal sealed class WasmUnderNodeContract() : HostedContract(Wasm.WasmBackend.UnderNode());

/// <summary>Of a backend whose host may not be there, and takes long to start: one session serves all tests, and is reset before each.</summary>
public abstract class HostedContract(IBackend backend) : BackendContract(backend, ContractPrograms.Io)
{
    private readonly IBackend _backend = backend;
    private ISession? _shared;

    [OneTimeSetUp]
    public async Task NeedsAHostAsync()
    {
        ProbeResult probe = await _backend.ProbeAsync();
        if (!probe.IsUsable)
            Assert.Ignore($"NO HOST FOR {_backend.Name}: {probe.Remedy}");
    }

    [OneTimeTearDown]
    public async Task EndAsync()
    {
        if (_shared is not null)
            await _shared.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override async ValueTask<ISession> TakeSessionAsync()
    {
        _shared ??= await base.TakeSessionAsync();
        await _shared.ResetAsync();
        return _shared;
    }

    /// <inheritdoc/>
    protected override ValueTask ReturnSessionAsync(ISession session) => ValueTask.CompletedTask;
}

[TestFixture]
internal sealed class ExternalContract() : BackendContract(
    new ExternalBackend(new ExternalSettings
    {
        Name = "dummy", Command = CommandTemplate.FromWords([Path.Combine(AppContext.BaseDirectory, "iolab-dummy"), "{file}", "{args}"]),
    }),
    ContractPrograms.Dummy);

/// <summary>Our machines in worker processes.</summary>
internal static class Isolated
{
    private static readonly WorkerSettings Settings = new() { Command = [Path.Combine(AppContext.BaseDirectory, "iolab-worker-dummy")], HeapBytes = 1L << 30 };

    public static IBackend Of(IBackend machine) => new IsolatedBackend(machine, Settings);
}

[TestFixture]
internal sealed class IsolatedTreeContract() : BackendContract(Isolated.Of(new TreeBackend()), ContractPrograms.Io);

[TestFixture]
internal sealed class IsolatedClosureContract() : BackendContract(Isolated.Of(new ClosureBackend()), ContractPrograms.Io);
