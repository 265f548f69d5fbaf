using System.Globalization;
using IoLab.Cli.Host;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Findings;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab findings case</c>: a corpus case of a finding.</summary>
internal static class FindingCase
{
    /// <summary>Writes the program with its provenance, and the expectation as the oracle says it.</summary>
    public static async Task<int> RunAsync(
        Finding finding, string area, string? oracleName, Repository repository, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        if (area.Length == 0 || !area.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) throw new UsageException($"--area {area}: an area is a word of lower-case letters");
        IBackend oracle = registry.Get(oracleName ?? await WhoIsRightAsync(finding, repository, registry, cancellationToken).ConfigureAwait(false));
        string version = await OraclePin.CheckAsync(OraclePin.Load(repository.OraclePinFilePath), oracle, cancellationToken).ConfigureAwait(false);
        string id = $"{area}/finding-{finding.Id}", filePath = Path.Combine(repository.CasesDirPath, area, $"finding-{finding.Id}.io");
        if (File.Exists(filePath)) throw new UsageException($"{Repository.Shown(filePath)} is there already; remove it first to make it again");
        Directory.CreateDirectory(Path.GetDirectoryName(filePath)!);
        await File.WriteAllTextAsync(filePath, Text(finding), cancellationToken).ConfigureAwait(false);
        RecordOutcome outcome = await new Recorder(oracle, version, DateOnly.FromDateTime(DateTime.UtcNow))
            .RecordAsync(CorpusLoader.Load(repository.CasesDirPath, [id])[0], cancellationToken).ConfigureAwait(false);
        if (outcome.Status == RecordStatus.Refused)
        {
            File.Delete(filePath);
            host.Error.WriteLine($"iolab: {id}: {oracle.Name} gives no expectation: {outcome.Detail}");
            return ExitCode.NoVerdict;
        }

        host.Out.WriteLine($"{Repository.Shown(filePath)}, with the expectation of {oracle.Name} {version}");
        host.Out.WriteLine($"    ./iolab conform {id}");
        return ExitCode.Fine;
    }

    /// <summary>The side that is thought right; when they agree by now, the one that is trusted most.</summary>
    private static async Task<string> WhoIsRightAsync(Finding finding, Repository repository, BackendRegistry registry, CancellationToken cancellationToken)
    {
        Examination examination = await FindingReplay.ExamineAsync(finding, finding.Program.Reduced, repository, registry, cancellationToken).ConfigureAwait(false);
        string? right = examination.Disagreement switch
        {
            null when examination.HasVerdict => examination.Results[0].Backend,
            { Basis: not BlameBasis.None } => examination.Sides?.Left,
            _ => null,
        };
        return Trust.Bare(right ?? throw new UsageException($"nobody can tell who is right about {finding.Id}; say so with --oracle NAME"));
    }

    private static string Text(Finding finding)
    {
        FindingProgram program = finding.Program;
        string origin = program.Seed is { } seed ? $"; seed {seed}" : "";
        return $"""
            # Finding {finding.Id}, {program.Disagreement.Kind} of {program.Disagreement.Accused} in {program.Disagreement.Component}.
            # Seen on {finding.FirstSeen.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} on {string.Join(", ", program.Backends.Select(backend => Trust.Bare(backend.Name)))}{origin}.

            {program.Reduced.TrimEnd('\n')}

            """;
    }
}
