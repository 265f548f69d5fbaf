using System.Globalization;

namespace IoLab.Differential.Campaigns;

/// <summary>The part of a campaign's lanes that one machine runs: lanes l with l mod <see cref="Count"/> = <see cref="Number"/> - 1.</summary>
public sealed record Shard
{
    /// <summary>How many lanes every campaign consists of. Part of what a campaign's programs depend on, so it never changes.</summary>
    public const int LaneCount = 16;

    private Shard(int number, int count) => (Number, Count) = (number, count);

    /// <summary>All lanes.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Which part, from 1.</summary>
    public int Number { get; }

    /// <summary>Of how many.</summary>
    public int Count { get; }

    /// <summary>Its lanes, ascending.</summary>
    public IReadOnlyList<int> Lanes => [.. Enumerable.Range(0, LaneCount).Where(lane => lane % Count == Number - 1)];

    /// <summary>A shard.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part, or there are more parts than lanes.</exception>
    public static Shard Of(int number, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, LaneCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, count);
        return new(number, count);
    }

    /// <summary>The shard of a text such as <c>2/5</c>.</summary>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static Shard Parse(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= LaneCount && number >= 1 && number <= count)
        {
            return new(number, count);
        }

        throw new FormatException($"'{text}' is no shard: write number/count, such as 1/4; a campaign has {LaneCount} lanes, so at most {LaneCount} shards");
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
