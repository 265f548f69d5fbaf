using IoLab.Closure;
using IoLab.Contract;
using IoLab.Differential.Localisation;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;
using IoLab.Harness.Execution;
using IoLab.Tree;

namespace IoLab.Differential.Tests.Localisation;

/// <summary>Our machines record the same trace of every case of the corpus, however often the fast one moves its stack to the heap.</summary>
[CancelAfter(600_000)]
public class CorpusTraceSpecs
{
    /// <summary>Cases whose trace depends on more than the program.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["system/basics"] = "shows the process's number and the symbols of earlier programs",
        ["tail/depth-endless"] = "machines need not raise the stack overflow at the same frame",
    };

    private static readonly string CasesDirPath = Path.Combine(RepositoryRoot(), "conformance/cases");

    [TestCase("closure", 0), TestCase("closure", 1), TestCase("closure", 7), TestCase("bytecode", 0), TestCase("bytecode", 1), TestCase("bytecode", 7)]
    public async Task A_fast_machine_records_the_same_as_tree(string fast, int reifyEvery)
    {
        CorpusCase[] cases = [.. CorpusLoader.Load(CasesDirPath).Where(one => !Exceptions.ContainsKey(one.Id) && !one.Directives.NeedsFiles && one.Directives.Freedom == OutputFreedom.None)];
        TracedSide tree = Side(new TreeBackend(), 0), other = Side(fast == "closure" ? new ClosureBackend() : new Bytecode.BytecodeBackend(), reifyEvery);
        await using SessionHost trees = Host(tree), others = Host(other);
        var differences = new List<string>();
        foreach (CorpusCase one in cases)
        {
            RunLimits limits = one.ToLimits(TimeSpan.FromSeconds(60));
            TraceDigest left = (await trees.RunAsync(one.ToProgram(), limits)).Trace!, right = (await others.RunAsync(one.ToProgram(), limits)).Trace!;
            if ((left.Events, left.Hash) == (right.Events, right.Hash)) continue;
            Location found = await new TraceLocator(tree, other).LocateAsync(one.ToProgram(), limits);
            differences.Add($"{one.Id}: {found.Kind} at {found.Index}: {found.Left.At(found.Index ?? -1)} | {found.Right.At(found.Index ?? -1)} {found.Detail}");
        }

        Assert.That(cases, Has.Length.GreaterThan(900));
        Assert.That(differences, Is.Empty);
    }

    private static TracedSide Side(IBackend backend, int reifyEvery) =>
        new(backend, OptionsFor.Comparing(backend, CasesDirPath) with { Debug = new DebugOptions { ReifyEvery = reifyEvery } });

    private static SessionHost Host(TracedSide side) => new(side.Backend, side.Options with { Trace = new TraceOptions() });

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IoLab.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("not in the repository");
    }
}
