using System.Collections.Concurrent;
using IoLab.Contract;
using IoLab.Harness.Corpus;

namespace IoLab.Harness.Coverage;

/// <summary>Collects which cases use which slots while the corpus runs. Thread safe.</summary>
public sealed class SlotUseLog
{
    private readonly ConcurrentDictionary<SlotName, ConcurrentDictionary<string, byte>> _cases = new();

    /// <summary>Notes what a run of a case used.</summary>
    public void Note(CorpusCase corpusCase, RunResult result)
    {
        foreach (SlotName slot in result.SlotUses) _cases.GetOrAdd(slot, _ => new ConcurrentDictionary<string, byte>()).TryAdd(corpusCase.Id, 0);
    }

    /// <summary>The ids of the cases that used a slot, in order.</summary>
    public IReadOnlyList<string> CasesOf(SlotName slot) => _cases.TryGetValue(slot, out var ids) ? [.. ids.Keys.Order(StringComparer.Ordinal)] : [];
}
