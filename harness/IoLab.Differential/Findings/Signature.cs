using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.Harness.Diff;

namespace IoLab.Differential.Findings;

/// <summary>What makes two disagreements the same finding. Equal texts are equal signatures.</summary>
/// <param name="Component">The suspected component; when nobody can tell, <c>undecided</c> with the backends that disagree.</param>
/// <param name="Kind">What differs, with the outcomes when those do.</param>
/// <param name="Event">Kind and names of the first differing events, or empty when they were not located.</param>
/// <param name="Shape">The shape of the reduced program; empty in a raw signature.</param>
public sealed record Signature(string Component, string Kind, string Event, string Shape)
{
    private const string Separator = "; ";
    private const int IdLength = 8;

    /// <summary>The signature before reduction: it decides whether reducing is worth while.</summary>
    public static Signature Raw(Disagreement disagreement, string firstEvent = "") => new(ComponentOf(disagreement), KindOf(disagreement), firstEvent, "");

    /// <summary>The final signature.</summary>
    /// <param name="disagreement">The disagreement of the reduced program.</param>
    /// <param name="firstEvent">See <see cref="EventText"/>.</param>
    /// <param name="reducedSource">The reduced program.</param>
    public static Signature Of(Disagreement disagreement, string firstEvent, string reducedSource) => Raw(disagreement, firstEvent) with { Shape = ProgramShape.Of(reducedSource) };

    /// <summary>The first differing events as a signature has them: kinds, and names of the library; texts of exceptions and of output do not count.</summary>
    /// <param name="left">The event of the side that is thought right; null where it has none any more.</param>
    /// <param name="right">The event of the other side.</param>
    public static string EventText(TraceEvent? left, TraceEvent? right)
    {
        (string l, string r) = (Text(left), Text(right));
        return l == r ? l : $"{l}|{r}";

        static string Text(TraceEvent? one) => one is null ? "none"
            : one.Kind is TraceEventKind.Raise or TraceEventKind.Output or TraceEventKind.Switch ? one.Kind.ToString()
            : $"{one.Kind} {ProgramShape.NameOf(one.Name)}";
    }

    /// <summary>What two sides said, as a signature has it where there are no events: names of the library, other words and numbers by their kind.</summary>
    public static string DifferenceText(Difference difference)
    {
        (string left, string right) = (ProgramShape.TextOf(difference.Left), ProgramShape.TextOf(difference.Right));
        return $"{left}|{right}";
    }

    /// <summary>All of it on one line: what patterns of known findings are matched with.</summary>
    [JsonIgnore]
    public string Text => Shape.Length == 0 ? string.Join(Separator, Component, Kind, Event) : string.Join(Separator, Component, Kind, Event, Shape);

    /// <summary>A short name that depends on the text only.</summary>
    [JsonIgnore]
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..IdLength];

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string ComponentOf(Disagreement disagreement) =>
        disagreement.Component == Disagreement.Undecided ? $"{Disagreement.Undecided} {disagreement.Accused}" : disagreement.Component;

    private static string KindOf(Disagreement disagreement) =>
        disagreement.Kind is DifferenceKind.Outcome or DifferenceKind.ExceptionType ? $"{disagreement.Kind} {disagreement.Outcomes}" : disagreement.Kind.ToString();
}
