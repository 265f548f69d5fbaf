using IoLab.Contract;

namespace IoLab.Workers.Protocol;

/// <summary>What answers are made of: results and samples.</summary>
internal static class ResultFields
{
    /// <summary>What a guest can make as long as memory is large, and nobody reads to its end.</summary>
    private const int LongestByTheWay = 1 << 20;

    public static WireWriter Result(this WireWriter wire, RunResult result)
    {
        wire.Int((int)result.Outcome).Text(result.StandardOutput).Text(result.StandardError).Int(result.ExitCode).Flag(result.HasExited)
            .OptionalText(Cut(result.PrintedResult)).OptionalText(Cut(result.Detail)).Double(result.Elapsed.Value)
            .Flag(result.Exception is not null);
        if (result.Exception is { } raised)
            wire.Text(Cut(raised.Type)!).Text(Cut(raised.Message)!).Text(Cut(raised.Trace)!);
        wire.Int(result.Counters.Count);
        foreach (var (name, value) in result.Counters)
            wire.Text(name).Long(value);
        wire.Flag(result.Trace is not null);
        if (result.Trace is { } trace)
            wire.Digest(trace);
        wire.Int(result.Events.Count);
        foreach (var happened in result.Events)
            wire.Long(happened.Index).Int((int)happened.Kind).Text(happened.Name).Text(happened.Subject).OptionalText(happened.Location)
                .OptionalText(happened.Value);
        wire.Int(result.Edges.Count);
        foreach (var edge in result.Edges)
            wire.Int((int)edge);
        wire.Int(result.SlotUses.Count);
        foreach (var slot in result.SlotUses)
            wire.Text(slot.Proto).Text(slot.Slot);
        return wire;
    }

    public static RunResult Result(this WireReader wire) => new()
    {
        Outcome = wire.Member<Outcome>(), StandardOutput = wire.Text(), StandardError = wire.Text(), ExitCode = wire.Int(), HasExited = wire.Flag(),
        PrintedResult = wire.OptionalText(), Detail = wire.OptionalText(), Elapsed = new Nanoseconds(wire.Double()),
        Exception = wire.Flag() ? new RaisedException(wire.Text(), wire.Text(), wire.Text()) : null,
        Counters = wire.Counters(),
        Trace = wire.Flag() ? wire.Digest() : null,
        Events = wire.Events(),
        Edges = wire.Edges(),
        SlotUses = wire.SlotUses(),
    };

    public static WireWriter Sample(this WireWriter wire, RawSample sample) => wire
        .Long(sample.Iterations).Double(sample.Elapsed.Value).Flag(sample.Allocated is not null).Long(sample.Allocated?.Value ?? 0).Text(Cut(sample.ResultText)!)
        .Flag(sample.CompiledMethods is not null).Long(sample.CompiledMethods ?? 0);

    public static RawSample Sample(this WireReader wire)
    {
        var (iterations, elapsed, hasBytes, bytes) = (wire.Long(), wire.Double(), wire.Flag(), wire.Long());
        var sample = new RawSample(iterations, new Nanoseconds(elapsed), hasBytes ? new Bytes(bytes) : null, wire.Text());
        var (knowsMethods, methods) = (wire.Flag(), wire.Long());
        return sample with { CompiledMethods = knowsMethods ? methods : null };
    }

    private static string? Cut(string? text) =>
        text is null || text.Length <= LongestByTheWay ? text : string.Concat(text.AsSpan(0, LongestByTheWay), $"... ({text.Length} characters)");

    private static void Digest(this WireWriter wire, TraceDigest trace)
    {
        wire.Long(trace.Events).Long((long)trace.Hash).Long(trace.Interval).Int(trace.Checkpoints.Count);
        foreach (var hash in trace.Checkpoints)
            wire.Long((long)hash);
    }

    private static TraceDigest Digest(this WireReader wire)
    {
        var (events, hash, interval) = (wire.Long(), (ulong)wire.Long(), wire.Long());
        var checkpoints = new ulong[wire.Count(sizeof(long))];
        for (var i = 0; i < checkpoints.Length; i++)
            checkpoints[i] = (ulong)wire.Long();
        return new TraceDigest(events, hash, checkpoints, interval);
    }

    private static Dictionary<string, long> Counters(this WireReader wire)
    {
        var counters = new Dictionary<string, long>();
        for (var left = wire.Count(sizeof(int) + sizeof(long)); left > 0; left--)
        {
            var name = wire.Text();
            counters[name] = wire.Long();
        }
        return counters;
    }

    private static SlotName[] SlotUses(this WireReader wire)
    {
        var uses = new SlotName[wire.Count(2 * sizeof(int))];
        for (var i = 0; i < uses.Length; i++)
            uses[i] = new SlotName(wire.Text(), wire.Text());
        return uses;
    }

    private static TraceEvent[] Events(this WireReader wire)
    {
        var events = new TraceEvent[wire.Count(sizeof(long) + (3 * sizeof(int)) + 2)];
        for (var i = 0; i < events.Length; i++)
            events[i] = new TraceEvent(wire.Long(), wire.Member<TraceEventKind>(), wire.Text(), wire.Text(), wire.OptionalText(), wire.OptionalText());
        return events;
    }

    private static uint[] Edges(this WireReader wire)
    {
        var edges = new uint[wire.Count(sizeof(int))];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = (uint)wire.Int();
        return edges;
    }
}
