using IoLab.Contract;

namespace IoLab.Differential.Examining;

/// <summary>Runs one program on all backends of a campaign and compares. Used by one caller at a time; a campaign has one per job.</summary>
public interface IExaminer : IAsyncDisposable
{
    /// <summary>Runs a program everywhere. Whatever a backend does is a result.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<Examination> ExamineAsync(IoProgram program, CancellationToken cancellationToken = default);
}
