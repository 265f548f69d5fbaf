using IoLab.Contract;
using IoLab.Harness.Diff;

namespace IoLab.Harness.Corpus;

/// <summary>A corpus program with its expectation.</summary>
public sealed record CorpusCase
{
    /// <summary>Its folder under <c>cases</c>.</summary>
    public required string Area { get; init; }
    /// <summary>Its file name without extension.</summary>
    public required string Name { get; init; }
    /// <summary>The full path of the <c>cases</c> folder.</summary>
    public required string CasesDirPath { get; init; }
    /// <summary>The program's text.</summary>
    public required string Source { get; init; }
    /// <summary>What the program says about itself.</summary>
    public required CaseDirectives Directives { get; init; }
    /// <summary>What must happen, or null when nothing was recorded yet.</summary>
    public Expectation? Expectation { get; init; }

    /// <summary><c>area/name</c>, unique.</summary>
    public string Id => $"{Area}/{Name}";
    /// <summary>The path of the program.</summary>
    public string SourceFilePath => Path.Combine(CasesDirPath, Area, Name + ".io");
    /// <summary>The path of the expectation.</summary>
    public string ExpectationFilePath => Path.Combine(CasesDirPath, Area, Name + ".out");
    /// <summary>How its results are compared.</summary>
    public ComparisonPolicy Policy => new(ComparedAspects.All, Directives.Freedom);

    /// <summary>
    /// The program as run: its label is the path relative to the working directory of the session (the <c>cases</c> folder or a copy),
    /// so that no output depends on where the repository is.
    /// </summary>
    public IoProgram ToProgram() => new()
    {
        Source = Source,
        Label = $"{Area}/{Name}.io",
        Arguments = [$"{Area}/{Name}.io", .. Directives.Arguments],
        StandardInput = Directives.StandardInput,
        IsFile = true,
    };

    /// <summary>The limits as run.</summary>
    /// <param name="defaultTime">The time limit of cases that do not state one.</param>
    public RunLimits ToLimits(TimeSpan defaultTime) => new() { Time = Directives.Time ?? defaultTime };

    /// <summary>The case as a program for <c>diff</c>.</summary>
    public DiffProgram ToDiffProgram() => new()
    {
        Program = ToProgram(),
        Policy = Policy,
        Limits = ToLimits(CorpusRunOptions.DefaultTime),
        Needs = Directives.Needs,
        WorkingDirPath = CasesDirPath,
        Case = this,
        FilePath = $"conformance/cases/{Area}/{Name}.io",
    };
}
