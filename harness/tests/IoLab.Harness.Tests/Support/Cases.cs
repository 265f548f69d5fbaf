using IoLab.Contract;
using IoLab.Harness.Corpus;

namespace IoLab.Harness.Tests.Support;

/// <summary>Corpus cases made in memory.</summary>
internal static class Cases
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    public static readonly Oracle Hand = new("hand", "1", Today);

    public static CorpusCase Of(string id, string source, string output, Outcome outcome = Outcome.Completed, string? type = null, string? message = null) => new()
    {
        Area = id.Split('/')[0],
        Name = id.Split('/')[1],
        CasesDirPath = Path.GetTempPath(),
        Source = source,
        Directives = CaseDirectivesParser.Parse(source, id),
        Expectation = new Expectation { Outcome = outcome, ExceptionType = type, ExceptionMessage = message, StandardOutput = output, Oracle = Hand },
    };
}
