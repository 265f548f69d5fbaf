using IoLab.Contract;

namespace IoLab.TestBackends.Faults;

/// <summary>Its reset forgets to reset: globals of one program are seen by the next.</summary>
public sealed class StateLeak : Fault
{
    /// <inheritdoc/>
    public override ValueTask ResetAsync(ISession inner, CancellationToken cancellationToken) => default;
}

/// <summary>Allocates more than it needs in every benchmark.</summary>
/// <param name="bytesPerIteration">How much more.</param>
public sealed class MemoryLeak(long bytesPerIteration) : Fault
{
    /// <inheritdoc/>
    public override RawSample Distort(RawSample sample) => sample with
    {
        Allocated = new Bytes((sample.Allocated?.Value ?? 0) + (bytesPerIteration * sample.Iterations)),
    };
}
