using System.Text.RegularExpressions;
using IoLab.Contract;

namespace IoLab.Differential.Examining;

/// <summary>A backend that takes part in examinations.</summary>
/// <param name="Backend">Who runs every program.</param>
public sealed partial record Examinee(IBackend Backend)
{
    /// <summary>
    /// Who runs a program when its result matters, or null for a fresh session of <see cref="Backend"/>. A backend that runs many programs in one process is only a
    /// filter: what it says of a difference is asked again of the same implementation with a process for each program.
    /// </summary>
    public IBackend? Alone { get; init; }

    /// <summary>
    /// Does it keep <see cref="SessionOptions.Permissions"/>? One that does not is spared programs that name what could reach out of the guest: files, processes, code of others.
    /// </summary>
    public bool IsConfined { get; init; } = true;

    /// <summary>
    /// The limit of time of its runs when that is shorter than everybody's; null for the same. One that counts no steps is ended by time alone, and programs that the others end soon should not cost it long.
    /// </summary>
    public TimeSpan? Time { get; init; }

    /// <summary>May it be given this program?</summary>
    public bool Takes(IoProgram program) => IsConfined || !Outside().IsMatch(program.Source);

    [GeneratedRegex(@"\b(System|File|Directory|Path|doFile|doRelativeFile|DynLib|Importer|AddonLoader|Addon|Sandbox)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Outside();
}
