using IoLab.Language;
using IoLab.Runtime.Core;
using NUnit.Framework;

namespace IoLab.Machines.Tests;

/// <summary>Where a map guesses its keys must never show.</summary>
public sealed class MapPayloadTests
{
    [Test]
    public void Maps_answer_as_a_dictionary_does_whatever_was_put_and_removed([Values(3, 40, 3000)] int keys)
    {
        var random = new Random(keys);
        var symbols = new SymbolTable();
        var map = new MapPayload();
        var expected = new Dictionary<Symbol, double>();
        for (var i = 0; i < 50_000; i++)
        {
            var key = symbols.Intern($"key {random.Next(keys)}");
            switch (random.Next(8))
            {
                case 0:
                    Assert.That(map.ToChange().Remove(key), Is.EqualTo(expected.Remove(key)));
                    break;
                case < 4:
                    map.Put(key, i);
                    expected[key] = i;
                    break;
                default:
                    var isThere = map.TryGet(key, out var value);
                    Assert.That((isThere, isThere ? value.Num : 0), Is.EqualTo((expected.TryGetValue(key, out var number), number)));
                    break;
            }
            if (random.Next(5000) == 0)
                map = (MapPayload)map.Snapshot();
        }
        Assert.That(map.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Num), Is.EqualTo(expected));
    }

    [Test]
    public void A_map_that_was_changed_or_restored_tells_so()
    {
        var symbols = new SymbolTable();
        var map = new MapPayload();
        var snapshot = map.Snapshot();
        var changes = new List<int> { map.Changes };
        map.Put(symbols.Intern("a"), 1);
        changes.Add(map.Changes);
        map.Put(symbols.Intern("a"), 1);
        changes.Add(map.Changes);
        map.ToChange().Clear();
        changes.Add(map.Changes);
        map.Restore(snapshot);
        changes.Add(map.Changes);
        Assert.That(changes, Is.Unique);
    }
}
