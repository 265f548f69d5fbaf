using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Differential.Findings;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab findings list</c>, <c>show</c> and <c>close</c>.</summary>
internal static class FindingsCommand
{
    /// <summary>Lists findings. An entry of the list of known ones that has expired is a negative verdict.</summary>
    public static int List(FindingFolders folders, Repository repository, bool showsClosed, OutputFormat format, CliHost host)
    {
        DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);
        KnownFindings known = KnownFindings.Load(repository.KnownFindingsFilePath);
        IReadOnlyList<Finding> findings = folders.All();
        (Finding Finding, KnownFinding? Excuse)[] shown =
            [.. findings.Where(finding => showsClosed || finding.IsOpen).Select(finding => (finding, known.Excuse(finding.Signature, today))).OrderByDescending(one => one.finding.Count)];
        if (format == OutputFormat.Json) FindingsOutput.WriteJson(host.OutputStream, shown, known.Expired(today));
        else FindingsOutput.WriteTable(host, shown, findings);
        foreach ((string entry, DateOnly lastDay) in known.Expired(today))
        {
            host.Error.WriteLine($"iolab: {Repository.Shown(repository.KnownFindingsFilePath)}: {entry} expired on {lastDay:yyyy-MM-dd}; mend it, or renew it with a reason");
        }

        return known.Expired(today).Count > 0 ? ExitCode.NegativeVerdict : ExitCode.Fine;
    }

    /// <summary>Shows all of a finding.</summary>
    public static int Show(Finding finding, OutputFormat format, CliHost host)
    {
        if (format == OutputFormat.Json) host.Out.Write(FindingFormat.Write(finding));
        else FindingsOutput.WriteAll(host.Out, finding);
        return ExitCode.Fine;
    }

    /// <summary>Closes a finding.</summary>
    public static int Close(FindingFolders folders, Finding finding, string note, CliHost host)
    {
        if (string.IsNullOrWhiteSpace(note)) throw new UsageException("--why needs a text: somebody will want to know");
        folders.Close(finding, note, DateTimeOffset.UtcNow);
        host.Out.WriteLine($"{finding.Id} is closed: {note}");
        return ExitCode.Fine;
    }
}
