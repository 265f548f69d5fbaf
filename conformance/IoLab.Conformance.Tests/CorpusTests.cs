using System.Collections.Concurrent;
using IoLab.Contract;
using IoLab.Harness.Corpus;

namespace IoLab.Conformance.Tests;

/// <summary>The corpus on every machine of our own: a test per case and machine.</summary>
/// <remarks>The cases of an area run together in one session when the first of them is asked for, as <c>iolab conform</c> runs them.</remarks>
public sealed class CorpusTests
{
    private static readonly (string Name, Func<IBackend> Make)[] Machines =
        [("tree", () => new Tree.TreeBackend()), ("closure", () => new Closure.ClosureBackend()), ("bytecode", () => new Bytecode.BytecodeBackend())];

    private static readonly ConcurrentDictionary<(string Machine, string Area), Lazy<Task<IReadOnlyList<CaseResult>>>> Runs = new();

    private static IEnumerable<TestCaseData> CasesAndMachines() =>
        from machine in Machines
        from one in CorpusFolder.Cases
        select new TestCaseData(machine.Name, one.Area, one.Name).SetArgDisplayNames(machine.Name, one.Id);

    [TestCaseSource(nameof(CasesAndMachines))]
    public async Task A_machine_does_what_the_case_expects(string machine, string area, string name)
    {
        IReadOnlyList<CaseResult> results = await Runs.GetOrAdd((machine, area), key => new(() => RunAsync(key.Machine, key.Area))).Value;
        CaseResult result = results.Single(one => one.Case == name);
        switch (result.Status)
        {
            case CaseStatus.Passed:
                break;
            case CaseStatus.Skipped or CaseStatus.KnownFailure:
                Assert.Ignore(result.Detail ?? "");
                break;
            default:
                Assert.Fail(result.Detail ?? "");
                break;
        }
    }

    private static Task<IReadOnlyList<CaseResult>> RunAsync(string machine, string area)
    {
        var options = new CorpusRunOptions
        {
            Jobs = 1,
            Known = KnownFailures.Load(Path.Combine(CorpusFolder.DirPath, "known-failures.json")),
            Today = DateOnly.FromDateTime(DateTime.UtcNow),
        };
        IBackend backend = Machines.Single(one => one.Name == machine).Make();
        return new CorpusRunner([backend], options).RunAsync([.. CorpusFolder.Cases.Where(one => one.Area == area)]);
    }
}
