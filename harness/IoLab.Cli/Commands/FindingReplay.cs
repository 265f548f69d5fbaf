using IoLab.Cli.Host;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Differential.Findings;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab findings replay</c>: does it still disagree?</summary>
internal static class FindingReplay
{
    /// <summary>Runs a finding's program again on its backends and says what came of it.</summary>
    public static async Task<int> RunAsync(Finding finding, bool isOriginal, Repository repository, BackendRegistry registry, CliHost host, CancellationToken cancellationToken)
    {
        Examination examination = await ExamineAsync(finding, isOriginal ? finding.Program.Source : finding.Program.Reduced, repository, registry, cancellationToken).ConfigureAwait(false);
        foreach ((string backend, RunResult result) in examination.Results) host.Out.WriteLine($"    {backend}: {ResultComparer.DescribeOutcome(result)}");
        if (examination.Disagreement is not { } disagreement)
        {
            host.Out.WriteLine(examination.HasVerdict ? $"{finding.Id}: they agree now" : $"{finding.Id}: no verdict: nobody came to an end");
            return examination.HasVerdict ? ExitCode.Fine : ExitCode.NoVerdict;
        }

        bool isSame = (disagreement.Component, disagreement.Kind, disagreement.Outcomes) == (finding.Program.Disagreement.Component, finding.Program.Disagreement.Kind, finding.Program.Disagreement.Outcomes);
        host.Out.WriteLine($"{finding.Id}: they still disagree{(isSame ? "" : ", in another way")}: {Describe(examination)}");
        host.Out.WriteLine($"    accused: {disagreement.Accused}, in {disagreement.Component}, {FindingsOutput.BasisText(disagreement.Basis)}");
        foreach (string line in examination.Difference?.Context ?? []) host.Out.WriteLine($"    {line}");
        return ExitCode.NegativeVerdict;
    }

    /// <summary>Examines a program as a finding's was: on the same backends, with the bugs that were planted in them.</summary>
    public static async Task<Examination> ExamineAsync(Finding finding, string source, Repository repository, BackendRegistry registry, CancellationToken cancellationToken)
    {
        FindingProgram program = finding.Program;
        Examinee[] examinees = [.. program.Backends.Select(backend => registry.Examinee(backend.Name))];
        var planted = program.Backends.ToDictionary(backend => backend.Name, backend => backend.Mutants, StringComparer.Ordinal);
        var options = new ExaminerOptions
        {
            Trust = registry.TrustAmong([.. program.Backends.Select(backend => backend.Name)], OraclePin.Load(repository.OraclePinFilePath)),
            UsesTraces = program.Disagreement.Kind == DifferenceKind.Trace,
            Adjust = (backend, session) => session with { Mutants = planted[backend.Name] },
        };
        await using var examiner = new Examiner(examinees, options);
        return await examiner.ExamineAsync(new IoProgram { Source = source }, cancellationToken).ConfigureAwait(false);
    }

    private static string Describe(Examination examination) => examination is { Difference: { } difference, Sides: { } sides }
        ? difference.Describe(sides.Left, sides.Right)
        : "all of them crash";
}
