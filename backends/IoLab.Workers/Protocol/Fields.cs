using IoLab.Contract;

namespace IoLab.Workers.Protocol;

/// <summary>What requests are made of: programs, limits, options. The guest in C reads the same (docs/wasm.md): a change here needs a new <see cref="FrameStream.Version"/> there, too.</summary>
internal static class Fields
{
    public static WireWriter Program(this WireWriter wire, IoProgram program) => wire
        .Text(program.Source).Text(program.Label).Texts(program.Arguments).Text(program.StandardInput).Flag(program.IsFile);

    public static IoProgram Program(this WireReader wire) => new()
    {
        Source = wire.Text(), Label = wire.Text(), Arguments = wire.Texts(), StandardInput = wire.Text(), IsFile = wire.Flag(),
    };

    public static WireWriter Limits(this WireWriter wire, RunLimits limits) => wire
        .Long(limits.Time.Ticks).Long(limits.Steps ?? -1).Long(limits.MemoryBytes).Long(limits.OutputBytes).Int(limits.Frames);

    public static RunLimits Limits(this WireReader wire) => new()
    {
        Time = TimeSpan.FromTicks(wire.Long()), Steps = wire.Long() is >= 0 and var steps ? steps : null,
        MemoryBytes = wire.Long(), OutputBytes = wire.Long(), Frames = wire.Int(),
    };

    /// <summary>Options but for the streams, which stay where they are: only whether there are any is told.</summary>
    public static WireWriter Options(this WireWriter wire, SessionOptions options)
    {
        wire.Int((int)options.Clock).Long(options.VirtualStart.UtcTicks).Long((long)options.Seed)
            .OptionalText(options.WorkingDirectoryPath).Int((int)options.Permissions).Texts(options.Mutants)
            .Texts(options.DisabledFeatures).Int(options.Debug.ReifyEvery).Double(options.Debug.SlowBy).Flag(options.Debug.Instrumented).Flag(options.Debug.VerifiesCode)
            .Flag(options.RecordsSlotUse).Flag(options.Live is not null).Flag(options.Live?.Input is not null)
            .Flag(options.Trace is not null);
        if (options.Trace is { } trace)
            wire.Trace(trace);
        var environment = options.Environment ?? OwnEnvironment();
        wire.Int(environment.Count);
        foreach (var (name, value) in environment)
            wire.Text(name).Text(value);
        return wire;
    }

    /// <summary>Options as they were sent.</summary>
    /// <param name="wire">The frame.</param>
    /// <param name="live">Makes the streams when there are any, given whether the input is one of them.</param>
    public static SessionOptions Options(this WireReader wire, Func<bool, LiveStreams> live)
    {
        var options = new SessionOptions
        {
            Clock = wire.Member<ClockKind>(), VirtualStart = new DateTimeOffset(wire.Long(), TimeSpan.Zero), Seed = (ulong)wire.Long(),
            WorkingDirectoryPath = wire.OptionalText(), Permissions = (Permissions)wire.Int(), Mutants = wire.Texts(),
            DisabledFeatures = wire.Texts(),
            Debug = new DebugOptions { ReifyEvery = wire.Int(), SlowBy = wire.Double(), Instrumented = wire.Flag(), VerifiesCode = wire.Flag() },
            RecordsSlotUse = wire.Flag(),
        };
        var (isLive, hasInput, isTraced) = (wire.Flag(), wire.Flag(), wire.Flag());
        return options with
        {
            Live = isLive ? live(hasInput) : null,
            Trace = isTraced ? Trace(wire) : null,
            Environment = Environment(wire),
        };
    }

    private static void Trace(this WireWriter wire, TraceOptions trace)
    {
        wire.Long(trace.CheckpointInterval).Interval(trace.Window).Interval(trace.CheckpointsWithin).Flag(trace.RecordsEdges).Int(trace.Omitted.Count);
        foreach (var kind in trace.Omitted)
            wire.Int((int)kind);
    }

    private static TraceOptions Trace(WireReader wire)
    {
        var trace = new TraceOptions
        {
            CheckpointInterval = wire.Long(), Window = wire.Interval(), CheckpointsWithin = wire.Interval(), RecordsEdges = wire.Flag(),
        };
        var omitted = new TraceEventKind[wire.Count(sizeof(int))];
        for (var i = 0; i < omitted.Length; i++)
            omitted[i] = wire.Member<TraceEventKind>();
        return trace with { Omitted = omitted };
    }

    private static WireWriter Interval(this WireWriter wire, (long First, long Last)? events) =>
        events is var (first, last) ? wire.Flag(true).Long(first).Long(last) : wire.Flag(false);

    private static (long First, long Last)? Interval(this WireReader wire) => wire.Flag() ? (wire.Long(), wire.Long()) : null;

    private static Dictionary<string, string> Environment(WireReader wire)
    {
        var variables = new Dictionary<string, string>();
        for (var left = wire.Count(2 * sizeof(int)); left > 0; left--)
        {
            var name = wire.Text();
            variables[name] = wire.Text();
        }
        return variables;
    }

    /// <summary>This process's own: a worker's has settings of its own in it.</summary>
    private static Dictionary<string, string> OwnEnvironment()
    {
        var own = new Dictionary<string, string>();
        foreach (System.Collections.DictionaryEntry entry in System.Environment.GetEnvironmentVariables())
            own[(string)entry.Key] = (string?)entry.Value ?? "";
        return own;
    }
}
