using IoLab.Contract;
using IoLab.Harness.Execution;

namespace IoLab.Differential.Examining;

/// <summary>Which session options each backend of an examination gets.</summary>
internal static class SessionPlan
{
    /// <summary>Options in the order of the backends: deterministic, with traces where they are wanted and of use, with edges on one.</summary>
    public static IReadOnlyList<SessionOptions> For(IReadOnlyList<IBackend> backends, ExaminerOptions options)
    {
        IBackend[] tracing = options.UsesTraces ? [.. backends.Where(backend => backend.Capabilities.HasFlag(Capabilities.Tracing))] : [];
        if (tracing.Length < 2) tracing = [];
        TraceEventKind[] omitted = [.. tracing.SelectMany(backend => backend.ElidedEvents).Distinct().Order()];
        IBackend? recording = options.RecordsEdges ? backends.FirstOrDefault(backend => backend.Capabilities.HasFlag(Capabilities.EdgeCoverage)) : null;
        return [.. backends.Select(Plan)];

        SessionOptions Plan(IBackend backend)
        {
            bool isTraced = tracing.Contains(backend), isRecorded = ReferenceEquals(backend, recording);
            SessionOptions plan = OptionsFor.Comparing(backend) with { Permissions = options.Permissions };
            if (isTraced || isRecorded) plan = plan with { Trace = new TraceOptions { Omitted = omitted, RecordsEdges = isRecorded } };
            return options.Adjust?.Invoke(backend, plan) ?? plan;
        }
    }
}
