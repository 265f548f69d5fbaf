using System.Globalization;
using System.Text.Json;
using IoLab.Contract;
using IoLab.History.Formats;
using Microsoft.Data.Sqlite;

namespace IoLab.History.Sqlite;

/// <summary>How values are written into columns and read back.</summary>
internal static class Columns
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The nine columns of a series, in the order <see cref="Key"/> reads them.</summary>
    public static string SeriesOf(string alias) => string.Join(", ",
        new[] { "suite", "benchmark", "metric", "unit", "direction", "backend", "engine", "label", "machine" }.Select(c => alias + "." + c));

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) =>
        new(DateTime.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static string Direction(Direction direction) => direction == Contract.Direction.HigherIsBetter ? "higher" : "lower";

    public static Direction Direction(string text) =>
        text == "higher" ? Contract.Direction.HigherIsBetter : Contract.Direction.LowerIsBetter;

    public static SeriesKey Key(SqliteDataReader row, int first) => new()
    {
        Suite = row.GetString(first), Benchmark = row.GetString(first + 1), Metric = row.GetString(first + 2), Unit = row.GetString(first + 3),
        Direction = Direction(row.GetString(first + 4)), Backend = row.GetString(first + 5), Engine = row.GetString(first + 6),
        Label = row.GetString(first + 7), Machine = row.GetString(first + 8),
    };

    public static object?[] Values(SeriesKey key) =>
    [
        key.Suite, key.Benchmark, key.Metric, key.Unit, Direction(key.Direction), key.Backend, key.Engine, key.Label, key.Machine,
    ];

    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static double? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);

    public static string? Environment(EnvironmentInfo? environment) =>
        environment is null ? null : JsonSerializer.Serialize(environment, JsonShapes.Options);

    public static EnvironmentInfo? Environment(string? text) =>
        text is null ? null : JsonSerializer.Deserialize<EnvironmentInfo>(text, JsonShapes.Options);
}
