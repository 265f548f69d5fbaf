namespace IoLab.Differential.Reduction.Predicates;

/// <summary>What makes a program interesting. Several callers may test at once.</summary>
public interface IInterest : IAsyncDisposable
{
    /// <summary>What is kept, on one line, for people and for <see cref="ReductionOptions.Purpose"/>.</summary>
    string Description { get; }

    /// <summary>Is a program interesting?</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<bool> TestAsync(string source, CancellationToken cancellationToken = default);
}
