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
