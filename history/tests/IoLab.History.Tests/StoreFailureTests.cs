using IoLab.History.Sqlite;
using Microsoft.Data.Sqlite;

namespace IoLab.History.Tests;

[CancelAfter(60_000)]
public sealed class StoreFailureTests
{
    private StoreFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new StoreFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void A_store_opened_for_reading_refuses_to_append()
    {
        _folder.Open().Dispose();
        using var store = _folder.Open(StoreAccess.ReadOnly);
        Assert.That(() => store.Append(Make.Run(0, Make.Point())), Throws.TypeOf<StoreReadOnlyException>());
        Assert.That(store.Points(PointFilter.All), Is.Empty);
    }

    [Test]
    public void Reading_a_store_that_is_not_there_says_so_and_makes_no_file()
    {
        Assert.That(() => _folder.Open(StoreAccess.ReadOnly), Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("no such file"));
        Assert.That(File.Exists(_folder.StoreFilePath), Is.False);
    }

    [Test]
    public void A_folder_or_a_path_below_a_file_is_not_a_store()
    {
        Assert.That(() => SqliteStore.Open(_folder.FolderPath), Throws.TypeOf<StoreUnavailableException>().With.Message.Contains("folder"));
        string file = Path.Combine(_folder.FolderPath, "file");
        File.WriteAllText(file, "x");
        Assert.That(() => SqliteStore.Open(Path.Combine(file, "history.db")), Throws.TypeOf<StoreUnavailableException>());
    }

    [Test]
    public void A_file_that_is_no_database_is_named_damaged_and_left_as_it_is()
    {
        string text = string.Concat(Enumerable.Repeat("This is a diary, not a database.\n", 500));
        File.WriteAllText(_folder.StoreFilePath, text);
        Assert.That(_folder.Open, Throws.TypeOf<StoreCorruptException>().With.Message.Contains(_folder.StoreFilePath));
        Assert.That(File.ReadAllText(_folder.StoreFilePath), Is.EqualTo(text));
    }

    [Test]
    public void A_damaged_page_is_reported_and_not_returned_as_data()
    {
        using (var store = _folder.Open())
        {
            store.Append(SyntheticRuns.Make(Guid.NewGuid(), Make.Start, points: 50, samples: 100));
        }
        byte[] bytes = File.ReadAllBytes(_folder.StoreFilePath);
        Array.Fill<byte>(bytes, 0xAA, 8192, bytes.Length - 8192);
        File.WriteAllBytes(_folder.StoreFilePath, bytes);
        Assert.That(() =>
        {
            using var store = _folder.Open();
            store.Points(PointFilter.All);
        }, Throws.TypeOf<StoreCorruptException>());
    }

    [Test]
    public void Another_programs_database_is_left_alone()
    {
        using (var connection = new SqliteConnection($"Data Source={_folder.StoreFilePath};Pooling=False"))
        {
            SQLitePCL.Batteries_V2.Init();
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE songs (name TEXT)";
            command.ExecuteNonQuery();
        }
        byte[] before = File.ReadAllBytes(_folder.StoreFilePath);
        Assert.That(_folder.Open, Throws.TypeOf<StoreSchemaException>().With.Message.Contains("another program"));
        Assert.That(File.ReadAllBytes(_folder.StoreFilePath), Is.EqualTo(before));
    }

    [Test]
    public void A_newer_schema_is_refused_with_both_versions_and_left_alone()
    {
        _folder.Open().Dispose();
        Sql("PRAGMA user_version = 99");
        Assert.That(_folder.Open, Throws.TypeOf<StoreSchemaException>().With.Message.Contains("99").And.Message.Contains($"up to {Migrations.Current}"));
        Assert.That(Sql("PRAGMA user_version"), Is.EqualTo(99));
    }

    [Test]
    public void A_full_disk_leaves_the_new_run_out_as_a_whole_and_keeps_the_old_ones()
    {
        using var store = _folder.Open();
        store.Append(SyntheticRuns.Make(Guid.NewGuid(), Make.Start, points: 1, samples: 1));
        LimitPages(store);
        Assert.That(() => store.Append(SyntheticRuns.Make(Guid.NewGuid(), Make.Start, points: 200, samples: 100)), Throws.TypeOf<StoreFullException>());
        Assert.That(store.Runs(PointFilter.All), Has.Count.EqualTo(1));
        Assert.That(store.CheckIntegrity(), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public void A_file_system_that_runs_full_loses_only_the_run_that_did_not_fit()
    {
        using var small = SmallFileSystem.Mount(_folder.FolderPath);
        int stored = 0;
        using (var store = _folder.Open())
        {
            Assert.That(() =>
            {
                for (; stored < 1000; stored++)
                {
                    store.Append(SyntheticRuns.Make(Guid.NewGuid(), Make.Start, points: 10, samples: 20));
                }
            }, Throws.TypeOf<StoreFullException>());
            Assert.That(store.Runs(PointFilter.All), Has.Count.EqualTo(stored), "the store is still usable");
        }
        using var again = _folder.Open();
        Assert.That(again.Runs(PointFilter.All), Has.Count.EqualTo(stored));
        Assert.That(again.CheckIntegrity(), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public void A_read_only_file_system_can_be_read_and_refuses_to_be_written()
    {
        using var small = SmallFileSystem.Mount(_folder.FolderPath);
        using (var store = _folder.Open())
        {
            store.Append(Make.Run(0, Make.Point()));
        }
        small.MakeReadOnly();
        Assert.That(_folder.Open, Throws.TypeOf<StoreReadOnlyException>());
        using var reading = _folder.Open(StoreAccess.ReadOnly);
        Assert.That(reading.Points(PointFilter.All), Has.Count.EqualTo(1));
    }

    [Test]
    public void Samples_and_points_cannot_be_changed_even_past_the_store()
    {
        using (var store = _folder.Open())
        {
            store.Append(Make.Run(0, Make.Point()));
        }
        foreach (string sql in new[] { "UPDATE sample SET value = 1", "DELETE FROM sample", "UPDATE point SET time = ''", "DELETE FROM point" })
        {
            Assert.That(() => Sql(sql), Throws.TypeOf<SqliteException>().With.Message.Contains("immutable"), sql);
        }
    }

    private static void LimitPages(SqliteStore store) => store.Read(_ =>
    {
        using var count = store.Command("PRAGMA page_count");
        using var limit = store.Command($"PRAGMA max_page_count = {(long)count.ExecuteScalar()! + 2}");
        return limit.ExecuteScalar();
    });

    private object? Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.StoreFilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
