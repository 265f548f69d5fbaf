using FsCheck;
using FsCheck.Fluent;
using IoLab.Differential.Campaigns;

namespace IoLab.Differential.Tests.Campaigns;

public class LaneJournalSpecs
{
    private readonly string filePath = Path.Combine(Directory.CreateTempSubdirectory("iolab-journal-").FullName, "00.tsv");

    [TearDown]
    public void Remove() => Directory.Delete(Path.GetDirectoryName(filePath)!, true);

    [Test]
    public void What_was_appended_is_read() => Prop.ForAll(Arb.From(Records()), records =>
    {
        Write(records);
        IReadOnlyList<LaneRecord> read = LaneJournal.Read(filePath, out long valid, out long damaged);
        return Texts(read).SequenceEqual(Texts(records)) && damaged == 0 && valid == new FileInfo(filePath).Length;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_journal_cut_anywhere_is_read_up_to_its_last_whole_line() => Prop.ForAll(Arb.From(Records()), Arb.From(Gen.Choose(0, 1_000_000)), (records, cut) =>
    {
        Write(records);
        byte[] bytes = File.ReadAllBytes(filePath);
        int length = cut % (bytes.Length + 1);
        File.WriteAllBytes(filePath, bytes[..length]);
        IReadOnlyList<LaneRecord> read = LaneJournal.Read(filePath, out long valid, out long damaged);
        return read.Count == bytes.Take(length).Count(b => b == '\n') && Texts(read).SequenceEqual(Texts(records.Take(read.Count))) && valid + damaged == length;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_changed_byte_ends_the_journal_before_its_line() => Prop.ForAll(Arb.From(Records().Where(all => all.Length > 0)), Arb.From(Gen.Choose(0, 1_000_000)), Arb.From(Gen.Choose(1, 255)), (records, at, change) =>
    {
        Write(records);
        byte[] bytes = File.ReadAllBytes(filePath);
        int index = at % bytes.Length;
        bytes[index] ^= (byte)change;
        File.WriteAllBytes(filePath, bytes);
        IReadOnlyList<LaneRecord> read = LaneJournal.Read(filePath, out _, out _);
        return read.Count == bytes.Take(index).Count(b => b == '\n') && Texts(read).SequenceEqual(Texts(records.Take(read.Count)));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Appending_goes_on_where_the_valid_part_ends()
    {
        LaneRecord[] records = [.. Enumerable.Range(0, 5).Select(i => Record(i, 0))];
        Write(records[..3]);
        File.AppendAllText(filePath, "3\tff\tCompl");
        Assert.That(LaneJournal.Read(filePath, out long valid, out long damaged), Has.Count.EqualTo(3));
        using (LaneJournal journal = LaneJournal.Open(filePath, valid))
        {
            foreach (LaneRecord record in records[3..]) journal.Append(record);
        }

        Assert.That(damaged, Is.EqualTo(10));
        Assert.That(Texts(LaneJournal.Read(filePath, out _, out _)), Is.EqualTo(Texts(records)));
    }

    [Test]
    public void A_line_of_another_place_ends_the_journal()
    {
        Write([Record(0, 0), Record(1, 0), Record(1, 0)]);

        Assert.That(LaneJournal.Read(filePath, out _, out long damaged), Has.Count.EqualTo(2));
        Assert.That(damaged, Is.GreaterThan(0));
    }

    private static Gen<LaneRecord[]> Records() => Gen.Choose(0, 1 << 20).ArrayOf().Select(numbers => numbers.Select((number, i) => Record(i, number)).ToArray());

    private static LaneRecord Record(long position, int number) => new()
    {
        Position = position, Features = (ulong)number * 0x9E3779B97F4A7C15, Outcome = (Outcome)(number % 8), Lines = number % 40, Messages = number % 977, Steps = number * 1000L,
        NewEdges = [.. Enumerable.Range(0, number % 4).Select(i => (uint)(number * 2654435761L) + (uint)i)],
        Sighting = number % 3 != 0 ? null : new Sighting
        {
            Kind = (SightingKind)(number % 4), Seed = $"{number}\té\n", Group = "a|b", Component = "", Raw = number % 2 == 0 ? null : "raw \"quoted\"", Signature = number % 5 == 0 ? "s" : null,
        },
    };

    private static IEnumerable<string> Texts(IEnumerable<LaneRecord> records) => records.Select(record => $"{record with { NewEdges = [] }} {string.Join(',', record.NewEdges)}");

    private void Write(IEnumerable<LaneRecord> records)
    {
        File.Delete(filePath);
        using LaneJournal journal = LaneJournal.Open(filePath, 0);
        foreach (LaneRecord record in records) journal.Append(record);
    }
}
