using IoLab.Contract;

namespace IoLab.Cli.Output;

/// <summary>How an event of a trace is written for people.</summary>
internal static class TraceLines
{
    /// <summary>One line: number, kind, what it is about, the value, and where.</summary>
    public static string Of(TraceEvent happened)
    {
        string what = string.Join(' ', new[] { happened.Subject, happened.Name }.Where(word => word.Length > 0));
        string value = happened.Value is null ? "" : happened.Kind == TraceEventKind.SlotWrite ? $" = {happened.Value}" : $" -> {happened.Value}";
        return $"{happened.Index,9}  {happened.Kind,-9}  {what}{value}{(happened.Location is null ? "" : $"  ({happened.Location})")}";
    }
}
