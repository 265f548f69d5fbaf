namespace IoLab.TestBackends;

/// <summary>Seeded noise.</summary>
/// <param name="seed">The seed.</param>
public sealed class Noise(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A factor whose logarithm is normal with mean 0 and this standard deviation: times are skewed to the right.</summary>
    /// <param name="deviation">0.03 is about 3%; 0 gives 1.</param>
    public double Factor(double deviation) => Math.Exp(deviation * Normal());

    /// <summary>A uniform number in [0, 1).</summary>
    public double Uniform() => _random.NextDouble();

    /// <summary>A standard normal number (Box and Muller, 1958).</summary>
    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
