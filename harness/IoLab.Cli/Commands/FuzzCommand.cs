using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Differential.Campaigns;
using IoLab.Differential.Generation;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab fuzz</c>: begins a campaign or goes on with one.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan UsualTime = TimeSpan.FromSeconds(60);

    /// <summary>Runs the campaign to its limit.</summary>
    public static async Task<int> RunAsync(FuzzRequest request, CampaignWorkshop workshop, CliHost host, CancellationToken cancellationToken)
    {
        if (request.PrintedSeed is { } seed) return Print(seed, workshop.Source, host);
        CampaignFolder folder = await FolderAsync(request, workshop, cancellationToken).ConfigureAwait(false);
        var limit = new CampaignLimit(request.Programs, request.Time ?? (request.Programs is null ? UsualTime : null));

        CampaignResult result;
        using (var events = request.EventsFilePath is { } filePath ? new FuzzEvents(filePath, folder) : null)
        {
            var progress = new FuzzProgress(folder, events, host.Warn);
            CampaignParts parts = await workshop.PartsAsync(folder, cancellationToken).ConfigureAwait(false);
            Task<CampaignResult> running = new Campaign(folder, parts, progress).RunAsync(limit, request.Jobs, cancellationToken);
            await FuzzDisplay.FollowAsync(running, progress, host).ConfigureAwait(false);
            result = await running.ConfigureAwait(false);
            events?.Ended(result);
        }

        if (request.Format == OutputFormat.Json) FuzzOutput.WriteJson(host.OutputStream, folder, result);
        else FuzzOutput.WriteText(host, folder, result, workshop.Book(folder).Store);
        cancellationToken.ThrowIfCancellationRequested();
        return ExitCodeOf(result);
    }

    /// <summary>What a campaign's result means as an exit code.</summary>
    public static int ExitCodeOf(CampaignResult result) =>
        result.NewFindings.Any() ? ExitCode.NegativeVerdict
        : result.Tally.Outcomes.Keys.Any(outcome => outcome is Outcome.Completed or Outcome.Raised or Outcome.SyntaxError) ? ExitCode.Fine
        : ExitCode.NoVerdict;

    private static int Print(string seed, IProgramSource source, CliHost host)
    {
        try
        {
            host.Out.Write(source.Recreate(seed).Source);
            return ExitCode.Fine;
        }
        catch (FormatException e)
        {
            throw new UsageException($"--print: {e.Message}");
        }
    }

    /// <summary>The directory to go on with, or a new one. Nothing is made before the backends have been seen to start.</summary>
    private static async Task<CampaignFolder> FolderAsync(FuzzRequest request, CampaignWorkshop workshop, CancellationToken cancellationToken)
    {
        if (request.Resumes && DirPathToResume(request) is var stored && CampaignFolder.Exists(stored))
        {
            CampaignFolder folder = Resumed(request, stored, workshop);
            await workshop.CheckAsync(folder.Options, cancellationToken).ConfigureAwait(false);
            return folder;
        }

        CampaignOptions options = Begun(request, workshop);
        await workshop.CheckAsync(options, cancellationToken).ConfigureAwait(false);
        return CampaignFolder.Create(request.DirPath ?? UsualDirPath(request, options.Seed, options.Shard), options);
    }

    private static CampaignOptions Begun(FuzzRequest request, CampaignWorkshop workshop)
    {
        IReadOnlyList<string> backends = workshop.NamesFor(request.Backends);
        if (request.MutantBackends is not null && request.Mutants is null) throw new UsageException("--on names the backends that bugs are planted on; say which with --mutants ID");
        var options = new CampaignOptions
        {
            Seed = request.Seed ?? (uint)Random.Shared.Next(), Backends = backends, Generator = workshop.GeneratorFor(backends), Shard = request.Shard ?? Shard.Whole,
            Mutants = request.Mutants ?? [], MutantBackends = request.Mutants is null ? [] : workshop.PlantedOn(request.MutantBackends, backends, request.Mutants),
            Reduces = request.Reduces ?? true,
        };
        return request.StepLimit is { } steps ? options with { StepLimit = steps } : options;
    }

    /// <summary>What is said must be what is stored; what is not said is as stored.</summary>
    private static CampaignFolder Resumed(FuzzRequest request, string dirPath, CampaignWorkshop workshop)
    {
        CampaignFolder folder = CampaignFolder.Open(dirPath);
        CampaignOptions stored = folder.Options;
        IReadOnlyList<string> backends = request.Backends is null ? stored.Backends : workshop.NamesFor(request.Backends);
        CampaignOptions said = stored with
        {
            Seed = request.Seed ?? stored.Seed, Backends = backends, Generator = workshop.GeneratorFor(backends), Shard = request.Shard ?? stored.Shard,
            Mutants = request.Mutants ?? stored.Mutants,
            MutantBackends = request.MutantBackends is null ? stored.MutantBackends : workshop.PlantedOn(request.MutantBackends, backends, stored.Mutants),
            Reduces = request.Reduces ?? stored.Reduces, StepLimit = request.StepLimit ?? stored.StepLimit,
        };
        IReadOnlyList<string> differences = said.DifferencesFrom(stored);
        return differences.Count == 0 ? folder : throw new UsageException(
            $"the campaign in {Repository.Shown(folder.DirPath)} cannot go on with other options: {string.Join("; ", differences)}; begin another one without --resume");
    }

    private static string DirPathToResume(FuzzRequest request) =>
        request.DirPath ?? (request.Seed is { } seed ? UsualDirPath(request, seed, request.Shard ?? Shard.Whole) : LastDirPath(request.CampaignsDirPath));

    private static string UsualDirPath(FuzzRequest request, uint seed, Shard shard) =>
        Path.Combine(request.CampaignsDirPath, shard == Shard.Whole ? $"{seed}" : $"{seed}-{shard.Number}of{shard.Count}");

    private static string LastDirPath(string campaignsDirPath) =>
        (Directory.Exists(campaignsDirPath) ? Directory.GetDirectories(campaignsDirPath) : []).Where(CampaignFolder.Exists)
            .MaxBy(dirPath => Directory.GetLastWriteTimeUtc(Path.Combine(dirPath, "lanes")))
        ?? throw new UsageException($"there is no campaign in {Repository.Shown(campaignsDirPath)} to go on with; name its directory: --resume --dir DIR");
}
