using IoLab.Differential.Generation.Code;
using IoLab.Differential.Generation.Drafting;

namespace IoLab.Differential.Generation.Productions;

/// <summary>The productions of one program: those of its features, with their weights.</summary>
internal sealed class ProductionTable
{
    private const int CoreStrength = 6;
    private static readonly Production[][] ByType = Group();
    private readonly Production[][] productions = new Production[ByType.Length][];
    private readonly int[][] cumulative = new int[ByType.Length][];

    public ProductionTable(FeatureMix mix, bool isPortable)
    {
        for (int type = 0; type < ByType.Length; type++)
        {
            Production[] all = ByType[type];
            var chosen = new List<Production>(all.Length);
            var sums = new List<int>(all.Length);
            int sum = 0;
            foreach (Production production in all)
            {
                int strength = production.Feature is { } feature ? mix[feature] : CoreStrength;
                if (strength == 0 || (isPortable && !production.IsPortable)) continue;
                sum += strength * production.Weight;
                chosen.Add(production);
                sums.Add(sum);
            }

            productions[type] = [.. chosen];
            cumulative[type] = [.. sums];
        }
    }

    /// <summary>A production for a type; null when there is none.</summary>
    public Production? Draw(SeededRandom random, IoType type) =>
        productions[(int)type] is { Length: > 0 } ofType ? ofType[random.Weighted(cumulative[(int)type])] : null;

    private static Production[][] Group()
    {
        IEnumerable<Production> all = 
        [
            .. CoreProductions.All, .. ControlFlowProductions.All, .. ObjectProductions.All, .. ChangedProtoProductions.All, .. RedefinitionProductions.All,
            .. DispatchProductions.All, .. ClosureProductions.All, .. LazyArgumentProductions.All, .. OperatorProductions.All, .. ExceptionProductions.All,
            .. CoroutineProductions.All, .. ContinuationProductions.All, .. IterationProductions.All, .. CollectionProductions.All,
            .. ReflectionProductions.All, .. LibraryProductions.All, .. EntryOrderProductions.All,
        ];
        var groups = all.ToLookup(production => production.Type);
        return [.. Enum.GetValues<IoType>().Select(type => groups[type].ToArray())];
    }
}
