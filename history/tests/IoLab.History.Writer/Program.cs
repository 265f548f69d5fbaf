using System.Globalization;
using IoLab.Contract;
using IoLab.History;
using IoLab.History.Sqlite;
using Microsoft.Data.Sqlite;

// append STORE COUNT   appends runs of ten points with twenty samples and says "stored ID" after each; COUNT 0 means for ever
// hold STORE           takes the write lock through the store, says "holding" and waits to be killed
// grab STORE           takes the write lock past the store (as another program would), says "holding" and waits to be killed
switch (args)
{
    case ["append", var path, var count]:
        Append(path, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["hold", var path]:
        Hold(path);
        return 0;
    case ["grab", var path]:
        Grab(path);
        return 0;
    default:
        Console.Error.WriteLine("append STORE COUNT | hold STORE | grab STORE");
        return 64;
}

static void Append(string path, int count)
{
    using var store = SqliteStore.Open(path);
    for (int i = 0; count == 0 || i < count; i++)
    {
        var run = SyntheticRuns.Make(Guid.NewGuid(), DateTimeOffset.UtcNow, points: 10, samples: 20);
        store.Append(run);
        Console.WriteLine("stored " + run.Id.ToString("D"));
    }
}

static void Hold(string path)
{
    using var store = SqliteStore.Open(new StoreOptions { StoreFilePath = path, WriterName = "the holder of the test" });
    // An endless list of points keeps the transaction open.
    var run = SyntheticRuns.Make(Guid.NewGuid(), DateTimeOffset.UtcNow, points: 1, samples: 1);
    store.Append(run with { Points = [run.Points[0] with { Samples = new Endless() }] });
}

static void Grab(string path)
{
    using (SqliteStore.Open(path))
    {
    }
    using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
    connection.Open();
    using var transaction = connection.BeginTransaction(deferred: false);
    Console.WriteLine("holding");
    Thread.Sleep(Timeout.Infinite);
}
