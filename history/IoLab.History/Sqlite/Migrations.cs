using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace IoLab.History.Sqlite;

/// <summary>The schema's numbered, forward-only steps. Step n takes a file from version n-1 to n; a released step is never edited.</summary>
internal static class Migrations
{
    /// <summary>"IoLb" in ASCII: tells our files from other SQLite files.</summary>
    public const int ApplicationId = 0x496F4C62;

    private static readonly (int Version, string Name)[] Steps =
    [
        (1, "001-runs-series-points-samples-baselines.sql"),
        (2, "002-aliases-and-immutability.sql"),
    ];

    /// <summary>The version this program writes.</summary>
    public static int Current => Steps[^1].Version;

    /// <summary>Brings the file to <paramref name="target"/> in one transaction, which other processes see as a whole or not at all.</summary>
    /// <exception cref="StoreSchemaException">The file is newer or not ours.</exception>
    public static void Apply(SqliteConnection connection, string path, int target)
    {
        if (VerifySnapshot(connection, path) >= target)
        {
            return;
        }
        using var transaction = new StoreTransaction(connection, TransactionKind.Writing);
        int version = Verify(connection, path); // another process may have migrated while we waited
        foreach (var step in Steps.Where(s => s.Version > version && s.Version <= target))
        {
            Execute(connection, ReadStep(step.Name));
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {step.Version}"));
        }
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        transaction.Commit();
    }

    /// <summary>The same in one snapshot of the file, so that another process that is just making it is seen as a whole or not at all.</summary>
    public static int VerifySnapshot(SqliteConnection connection, string path)
    {
        using var transaction = new StoreTransaction(connection, TransactionKind.Reading);
        return Verify(connection, path);
    }

    /// <summary>The file's schema version (0 for a new file), after checking that it is ours and not newer. Call it in a transaction.</summary>
    private static int Verify(SqliteConnection connection, string path)
    {
        int application = Scalar(connection, "PRAGMA application_id");
        int version = Scalar(connection, "PRAGMA user_version");
        bool isEmpty = Scalar(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (application != ApplicationId && !(application == 0 && version == 0 && isEmpty))
        {
            throw new StoreSchemaException(path, "this is an SQLite database of another program.",
                "It was not touched. Name another file.");
        }
        if (version > Current)
        {
            throw new StoreSchemaException(path, $"the store has schema version {version}; this program knows versions up to {Current}.",
                "It was not touched. Use the IoLab that wrote it, or a newer one.");
        }
        return version;
    }

    private static string ReadStep(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"migration {name} is not embedded in this build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static int Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
