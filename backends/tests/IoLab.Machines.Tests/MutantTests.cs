using IoLab.Bytecode;
using IoLab.Closure;
using IoLab.Contract;
using IoLab.Tree;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>Each planted bug does something on each machine that has it, and nothing but what it says.</summary>
[CancelAfter(60_000)]
public sealed class MutantTests
{
    private static readonly IBackend[] Machines = [new TreeBackend(), new ClosureBackend(), new BytecodeBackend()];

    private static IEnumerable<TestCaseData> Planted =>
        from machine in Machines
        from mutant in machine.Mutants
        select new TestCaseData(machine, mutant.Id).SetArgDisplayNames(machine.Name, mutant.Id);

    [TestCaseSource(nameof(Planted))]
    public async Task A_mutant_changes_the_output_of_its_program(IBackend machine, string mutant)
    {
        var program = MutantPrograms.All[mutant];
        var sound = await Run(machine, program);
        var broken = await Run(machine, program, mutant);
        Assert.That(sound.Outcome, Is.Not.EqualTo(Outcome.Crashed), sound.Detail);
        Assert.That(broken.Outcome, Is.Not.EqualTo(Outcome.Crashed), broken.Detail);
        Assert.That((broken.Outcome, broken.StandardOutput, broken.Exception?.Message), Is.Not.EqualTo((sound.Outcome, sound.StandardOutput, sound.Exception?.Message)));
    }

    [Test]
    public async Task Without_a_mutant_all_machines_run_the_programs_alike()
    {
        foreach (var (mutant, program) in MutantPrograms.All)
        {
            var tree = await Run(Machines[0], program);
            foreach (var machine in Machines.Skip(1))
            {
                var other = await Run(machine, program);
                Assert.That((other.Outcome, other.StandardOutput), Is.EqualTo((tree.Outcome, tree.StandardOutput)), $"{machine.Name} {mutant}");
            }
        }
    }

    [Test]
    public void There_are_programs_for_exactly_the_mutants() =>
        Assert.That(MutantPrograms.All.Keys, Is.EquivalentTo(Machines.SelectMany(machine => machine.Mutants).Select(mutant => mutant.Id).Distinct()));

    [Test]
    public void There_are_at_least_44_in_all_components()
    {
        var mutants = Machines.SelectMany(machine => machine.Mutants).Distinct().ToList();
        Assert.That(mutants, Has.Count.InRange(44, 128));
        Assert.That(mutants.Select(mutant => mutant.Component).Distinct(), Is.EquivalentTo(Machines.SelectMany(machine => machine.Components).Distinct()));
    }

    [Test]
    public void A_mutant_of_another_machine_is_refused() => Assert.That(
        async () => await new TreeBackend().StartAsync(new SessionOptions { Mutants = ["StaleCache"] }), Throws.TypeOf<BackendException>());

    private static async Task<RunResult> Run(IBackend machine, string program, params string[] mutants)
    {
        await using var session = await machine.StartAsync(SessionOptions.Deterministic with { Mutants = mutants });
        return await session.RunAsync(new IoProgram { Source = program, Label = "mutant.io" }, new RunLimits { Time = TimeSpan.FromSeconds(5) });
    }
}
