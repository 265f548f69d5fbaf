using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Differential.Campaigns;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab merge</c>: puts the parts of a campaign together.</summary>
internal static class MergeCommand
{
    /// <summary>Merges directories.</summary>
    public static int Run(IReadOnlyList<string> dirPaths, string intoDirPath, OutputFormat format, Func<CampaignFolder, FindingBook> book, CliHost host)
    {
        if (dirPaths.Count == 0) throw new UsageException("merge needs the directories of campaigns: iolab merge DIR... --into DIR");
        CampaignResult result = CampaignMerge.Run([.. dirPaths.Select(CampaignFolder.Open)], intoDirPath, book);
        CampaignFolder folder = CampaignFolder.Open(intoDirPath);
        if (format == OutputFormat.Json) FuzzOutput.WriteJson(host.OutputStream, folder, result);
        else FuzzOutput.WriteText(host, folder, result, book(folder).Store);
        return FuzzCommand.ExitCodeOf(result);
    }
}
