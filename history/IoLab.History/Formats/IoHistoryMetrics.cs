using IoLab.Contract;

namespace IoLab.History.Formats;

/// <summary>
/// What the names in the Io project's <c>bench/history.json</c> mean. Micro metrics are rates measured inside the VM; the sample programs are
/// wall-clock seconds of a whole process, kept here in nanoseconds.
/// </summary>
internal static class IoHistoryMetrics
{
    private static readonly HashSet<string> Rates = new(StringComparer.Ordinal)
    {
        "localAccesses", "localSets", "slotAccesses", "slotSets", "blockActivations", "instantiations", "cfuncActivations", "coroutineSwitches",
    };

    private static readonly HashSet<string> Programs = new(StringComparer.Ordinal) { "binarytrees10", "nbody50k", "nsieve6", "cheapconc50" };

    public static bool IsKnown(string name) => name == "vectorGflops" || Rates.Contains(name) || Programs.Contains(name);

    /// <summary>The series of a name; an unknown name is taken for a rate.</summary>
    public static SeriesKey Key(string name, string machine, string backend)
    {
        bool isTime = Programs.Contains(name);
        return new SeriesKey
        {
            Suite = isTime ? "programs" : "micro",
            Benchmark = name,
            Metric = isTime ? "time" : "rate",
            Unit = isTime ? "ns" : name == "vectorGflops" ? "Gflops" : "Mops/s",
            Direction = isTime ? Direction.LowerIsBetter : Direction.HigherIsBetter,
            Backend = backend,
            Engine = "import",
            Machine = machine,
        };
    }

    /// <summary>The file's number in the unit of the series.</summary>
    public static double ToStored(SeriesKey key, double number) => key.Unit == "ns" ? Math.Round(number * 1e9) : number;

    /// <summary>A stored value as the file's number.</summary>
    public static double FromStored(SeriesKey key, double value) => key.Unit == "ns" ? value / 1e9 : value;

    /// <summary>Has the file's shape a place for this series?</summary>
    public static bool CanExport(SeriesKey key) =>
        (key.Suite, key.Metric, key.Unit) is ("micro", "rate", "Mops/s" or "Gflops") or ("programs", "time", "ns");
}
