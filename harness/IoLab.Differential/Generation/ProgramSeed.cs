using System.Globalization;

namespace IoLab.Differential.Generation;

/// <summary>
/// What regenerates a program: <c>g4-12345-88888888888888888888</c> is the version of the generator, the program's number and the weights;
/// a fourth part is the hash of the pool of programs that a mutated program is made of. With <c>p</c> instead of <c>g</c> it is a portable program, which has a version of its own.
/// </summary>
/// <param name="Number">Which program.</param>
/// <param name="Weights">How often each feature is used.</param>
/// <param name="PoolHash">Hash of the pool, or null for a program that was generated from nothing.</param>
public sealed record ProgramSeed(ulong Number, FeatureWeights Weights, ulong? PoolHash = null)
{
    private const char Usual = 'g', Portable = 'p';

    /// <summary>The version of the generator: raised whenever the program of any seed changes.</summary>
    public const int Version = 4;

    /// <summary>The version of its portable programs.</summary>
    public const int PortableVersion = 5;

    /// <summary>Is it a program that asks for nothing in which implementations are known to differ?</summary>
    public bool IsPortable { get; init; }

    /// <summary>The seed of a text as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It is no seed, or one of another version of the generator.</exception>
    public static ProgramSeed Parse(string text)
    {
        string[] parts = text.Split('-');
        if (parts.Length is not (3 or 4) || parts[0].Length < 2 || parts[0][0] is not (Usual or Portable))
        {
            throw new FormatException($"'{text}' is no seed: g{Version}-NUMBER-WEIGHTS is needed, for example {new ProgramSeed(12345, FeatureWeights.Even)}");
        }

        bool isPortable = parts[0][0] == Portable;
        if (parts[0] != Generator(isPortable))
        {
            throw new FormatException($"'{text}' is a seed of generator {parts[0]}; this one is {Generator(isPortable)} and makes other programs of it");
        }

        if (!ulong.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out ulong number))
        {
            throw new FormatException($"'{text}' is no seed: '{parts[1]}' is no number from 0 to {ulong.MaxValue}");
        }

        return new ProgramSeed(number, FeatureWeights.Parse(parts[2]), parts.Length == 4 ? ParseHash(parts[3], text) : null) { IsPortable = isPortable };
    }

    /// <summary>The number of a campaign's program: numbers of different campaigns and positions are unrelated.</summary>
    public static ulong NumberOf(ulong campaign, ulong position) => SeededRandom.Mix(SeededRandom.Mix(campaign) + position);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Generator(IsPortable)}-{Number}-{Weights}{(PoolHash is { } hash ? $"-{hash:x16}" : "")}");

    /// <summary>How the seeds of a kind of programs begin.</summary>
    public static string Generator(bool isPortable) => isPortable ? $"{Portable}{PortableVersion}" : $"{Usual}{Version}";

    private static ulong ParseHash(string part, string text) =>
        part.Length == 16 && ulong.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hash)
            ? hash
            : throw new FormatException($"'{text}' is no seed: '{part}' is no hash of a pool (16 hexadecimal digits)");
}
