using IoLab.Differential.Examining;
using IoLab.Differential.Generation;

namespace IoLab.Differential.Campaigns;

/// <summary>Looks into programs that something is wrong with. Used by one caller at a time; a campaign has one per job. What it answers must not depend on time or chance.</summary>
public interface IInvestigator : IAsyncDisposable
{
    /// <summary>
    /// Runs the program again and locates the difference. Null when nothing is wrong after all: nobody had come to an end in time, and run again the backends do and agree. That tells of a busy
    /// machine, not of the backends.
    /// </summary>
    /// <param name="program">The number of the program in the campaign.</param>
    /// <param name="specimen">The program.</param>
    /// <param name="sighting">What was seen of it, without raw signature.</param>
    /// <param name="examination">What the backends said of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IInspection?> InspectAsync(long program, Specimen specimen, Sighting sighting, Examination examination, CancellationToken cancellationToken = default);
}

/// <summary>What looking into a program gave.</summary>
public interface IInspection
{
    /// <summary>The sighting with its raw signature; flaky when it did not repeat.</summary>
    Sighting Sighting { get; }

    /// <summary>Makes a finding of it, reduced where that is possible, and stores it.</summary>
    /// <returns>The finding's signature.</returns>
    Task<string> SettleAsync(CancellationToken cancellationToken = default);
}
