using IoLab.Closure;
using IoLab.TestBackends;
using IoLab.Tree;

namespace IoLab.Contract.Tests;

[TestFixture]
internal sealed class FakeContract() : BackendContract(new FakeBackend(new FakeMachine()), ContractPrograms.Fake);

[TestFixture]
internal sealed class TreeContract() : BackendContract(
    new TreeBackend(), ContractPrograms.Io, nameof(Arguments_reach_the_program), nameof(Standard_input_reaches_the_program));

[TestFixture]
internal sealed class ClosureContract() : BackendContract(
    new ClosureBackend(), ContractPrograms.Io, nameof(Arguments_reach_the_program), nameof(Standard_input_reaches_the_program));
