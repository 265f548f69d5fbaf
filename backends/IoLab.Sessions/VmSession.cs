using System.Diagnostics;
using System.Runtime;
using System.Text;
using IoLab.Contract;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using IoLab.Runtime.Protos;

namespace IoLab.Sessions;

/// <summary>A session of one of our machines: a world on a thread of its own.</summary>
internal sealed class VmSession : ISession
{
    /// <summary>The contract's name for each <see cref="ObservedKind"/>.</summary>
    private static readonly TraceEventKind[] KindsOfEvents = [.. Enum.GetNames<ObservedKind>().Select(name => Enum.Parse<TraceEventKind>(name))];

    private readonly VmBackend _backend;
    private readonly SessionOptions _options;
    private readonly GuestThread _thread;
    private readonly Vm _vm;
    private readonly Machine _machine;

    public VmSession(VmBackend backend, SessionOptions options)
    {
        _backend = backend;
        _options = options;
        RefuseUnknownFeatures(backend, options.DisabledFeatures);
        _vm = Bootstrap.Create(CreateHost(options), ParseMutants(backend, options.Mutants));
        _vm.Machine = _machine = backend.CreateMachine(_vm, options.Debug);
        _vm.MachineFactory = world => backend.CreateMachine(world, options.Debug);
        _thread = new GuestThread($"io {backend.Name}");
    }

    private static HostServices CreateHost(SessionOptions options)
    {
        var host = new HostServices
        {
            Output = new OutputSink(), Error = new OutputSink(), Seed = options.Seed,
            Permissions = (HostPermissions)options.Permissions,
            WorkingDirectoryPath = WorkingDirectory(options),
        };
        var isVirtual = options.Clock == ClockKind.Virtual || !options.Permissions.HasFlag(Permissions.Clock);
        host.Clock = isVirtual ? NewVirtualClock(options) : new RealClock();
        return host;
    }

    /// <summary>Who may not see files does not see where they are either.</summary>
    private static string WorkingDirectory(SessionOptions options) => options.Permissions.HasFlag(Permissions.Files)
        ? Path.GetFullPath(options.WorkingDirectoryPath ?? Directory.GetCurrentDirectory())
        : Path.GetPathRoot(Directory.GetCurrentDirectory()) ?? "/";

    private static VirtualClock NewVirtualClock(SessionOptions options) =>
        new((options.VirtualStart - DateTimeOffset.UnixEpoch).TotalSeconds);

    private static MutantSet ParseMutants(VmBackend backend, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (!backend.Mutants.Any(known => known.Id == name))
                throw new BackendException(backend.Name, $"unknown mutant '{name}'; known are {string.Join(", ", backend.Mutants.Select(known => known.Id))}");
        }
        return new MutantSet(names.Select(Enum.Parse<Mutant>));
    }

    private static void RefuseUnknownFeatures(VmBackend backend, IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !backend.Features.Contains(name)) is { } unknown)
            throw new BackendException(backend.Name, $"unknown feature '{unknown}'; {(backend.Features.Count == 0 ? "it has none that can be switched off" : $"known are {string.Join(", ", backend.Features)}")}");
    }

    public async ValueTask<RunResult> RunAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var watch = new Watchdog(_vm.Host, limits, cancellationToken);
        var result = await _thread.Run(() => Run(program, limits)).ConfigureAwait(false);
        if (_vm.Host.End == RunEnd.Cancelled)
            throw new CancelledRunException(result, cancellationToken);
        return result;
    }

    public ValueTask ResetAsync(CancellationToken cancellationToken = default) => new(_thread.Run(() =>
    {
        Reset();
        return 0;
    }));

    private void Reset()
    {
        _machine.Reset();
        _vm.Journal.Reset();
        _vm.Host.Files.CloseAll();
        if (_vm.Host.Clock is VirtualClock)
            _vm.Host.Clock = NewVirtualClock(_options);
    }

    private RunResult Run(IoProgram program, RunLimits limits)
    {
        PrepareHost(program, limits);
        var clock = Stopwatch.GetTimestamp();
        RunResult result;
        try
        {
            result = Source.TryParse(_vm, program.Source, program.Label, null, out var chain)
                ? Conclude(_machine.Run(chain, _vm.World.Lobby, _vm.World.Lobby), Outcome.Raised)
                : Conclude(_vm.Unwind, Outcome.SyntaxError);
        }
        catch (Exception e)
        {
            result = Crashed(e);
        }
        SlowDown(clock);
        _vm.Host.Files.FlushAll();
        _vm.Host.Output.Flush();
        _vm.Host.Error.Flush();
        return result with
        {
            StandardOutput = _vm.Host.Output.Text, StandardError = _vm.Host.Error.Text, ExitCode = _vm.Host.ExitCode,
            Elapsed = Nanoseconds.FromStopwatchTicks(Stopwatch.GetTimestamp() - clock), Counters = CollectCounters(),
            Trace = _vm.Tracer is { } t ? new TraceDigest(t.Count, t.Hash, [.. t.Checkpoints], t.Interval) : null,
            Events = _vm.Tracer is { } w ? [.. w.Recorded.Select(ToEvent)] : [],
            Edges = _vm.Edges?.Taken ?? [],
            SlotUses = _vm.SlotUses is { } uses ? [.. uses.Found.Select(use => new SlotName(use.Proto, use.Slot))] : [],
            Code = _options.Debug.ListsCode ? _backend.ListCode(_machine) : [],
            Profile = _options.Debug.Profile is not null ? _backend.ReadProfile(_machine) : null,
        };
    }

    private void PrepareHost(IoProgram program, RunLimits limits)
    {
        var host = _vm.Host;
        host.Output = new OutputSink(_options.Live?.Output) { Limit = limits.OutputBytes };
        host.Error = new OutputSink(_options.Live?.Error) { Limit = limits.OutputBytes };
        host.Input = _options.Live?.Input ?? new MemoryStream(Encoding.UTF8.GetBytes(program.StandardInput));
        host.MemoryLimit = limits.MemoryBytes;
        host.End = RunEnd.None;
        host.EndDetail = null;
        host.ExitCode = 0;
        host.Environment = ReadEnvironment();
        _vm.Steps = 0;
        _vm.StepLimit = limits.Steps ?? long.MaxValue;
        _vm.FrameLimit = limits.Frames;
        _vm.Tracer = _options.Trace is { } trace ? new Tracer(_vm, SettingsOf(trace)) : null;
        _vm.Edges = _options.Trace is { RecordsEdges: true } && _backend.Capabilities.HasFlag(Capabilities.EdgeCoverage) ? new EdgeRecorder() : null;
        _vm.SlotUses = _options.RecordsSlotUse ? new SlotUses(_vm) : null;
        _vm.IsInstrumented = _options.Debug.Instrumented || limits.Steps is not null || _vm.Tracer is not null;
        _machine.Configure(_vm.IsInstrumented);
        Launch.Describe(_vm, program.Label, program.IsFile, program.Arguments);
    }

    private Dictionary<string, string> ReadEnvironment()
    {
        if (!_options.Permissions.HasFlag(Permissions.Environment))
            return [];
        if (_options.Environment is { } given)
            return new Dictionary<string, string>(given);
        var own = new Dictionary<string, string>();
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
            own[(string)entry.Key] = (string?)entry.Value ?? "";
        return own;
    }

    /// <summary>A bug of ours becomes a result; the machine drops what it was doing.</summary>
    private RunResult Crashed(Exception e)
    {
        _machine.Reset();
        return new RunResult { Outcome = e is OutOfMemoryException ? Outcome.OutOfMemory : Outcome.Crashed, Detail = e.ToString() };
    }

    /// <summary>What a run came to.</summary>
    /// <param name="value">The value of the program, or the unwind sentinel.</param>
    /// <param name="raised">What an exception that reached the top means.</param>
    private RunResult Conclude(Value value, Outcome raised)
    {
        if (!value.IsUnwind)
            return new RunResult { Outcome = Outcome.Completed, PrintedResult = TextOf(value, _vm.Names.AsSimpleString) };
        if (_vm.Stop == StopKind.Abort)
            return new RunResult { Outcome = ToOutcome(_vm.Host.End), Detail = _vm.Host.EndDetail, HasExited = _vm.Host.End == RunEnd.Exit };
        var exception = _vm.StopValue.Ref!;
        var error = _vm.TryGetSlot(exception, _vm.Names.Error, out var e) ? e : _vm.Nil;
        var type = _vm.TypeName(exception);
        var trace = BackTrace.Format(_vm, exception);
        var message = error.PayloadAs<Seq>() is { } text ? text.ToText() : TextOf(error, _vm.Names.AsString) ?? "";
        if (_options.Live is not null)
            _vm.Host.Output.Write(Encoding.UTF8.GetBytes(trace));
        return new RunResult { Outcome = raised, Exception = new RaisedException(type, message, trace) };
    }

    /// <summary>What a value answers to a text message; null when that fails.</summary>
    private string? TextOf(Value value, Symbol message)
    {
        var wasInstrumented = _vm.IsInstrumented;
        var (tracer, edges) = (_vm.Tracer, _vm.Edges);
        _vm.IsInstrumented = false;
        _vm.Tracer = null;
        _vm.Edges = null;
        var text = _machine.Run(new Message(message) { Label = Prelude.Label }, value, _vm.World.Lobby);
        _vm.IsInstrumented = wasInstrumented;
        _vm.Tracer = tracer;
        _vm.Edges = edges;
        return text.PayloadAs<Seq>()?.ToText();
    }

    private static Outcome ToOutcome(RunEnd end) => end switch
    {
        RunEnd.StepLimit => Outcome.StepLimit,
        RunEnd.TimeLimit => Outcome.TimedOut,
        RunEnd.OutputLimit => Outcome.OutputLimit,
        RunEnd.MemoryLimit => Outcome.OutOfMemory,
        RunEnd.Exit => Outcome.Completed,
        _ => Outcome.Crashed,
    };

    private Dictionary<string, long> CollectCounters()
    {
        var counters = new Dictionary<string, long>
        {
            ["lookup.hits"] = _vm.Lookup.Hits, ["lookup.misses"] = _vm.Lookup.Misses,
        };
        if (_vm.IsInstrumented)
            counters["steps"] = _vm.Steps;
        _machine.AddCounters(counters);
        return counters;
    }

    private static TracerSettings SettingsOf(Contract.TraceOptions trace) => new()
    {
        Interval = trace.CheckpointInterval, Window = trace.Window, CheckpointsWithin = trace.CheckpointsWithin,
        Omitted = [.. trace.Omitted.Select(kind => (ObservedKind)Array.IndexOf(KindsOfEvents, kind))],
    };

    private static TraceEvent ToEvent(RecordedEvent e) =>
        new(e.Index, KindsOfEvents[(int)e.Kind], e.Name, e.Subject, e.Location, e.Value);

    /// <summary>Busy work in proportion to the time since <paramref name="start"/>: the debug option that proves the gate.</summary>
    private void SlowDown(long start)
    {
        if (_options.Debug.SlowBy <= 0)
            return;
        var until = Stopwatch.GetTimestamp() + (long)((Stopwatch.GetTimestamp() - start) * _options.Debug.SlowBy);
        while (Stopwatch.GetTimestamp() < until)
        {
        }
    }

    public async ValueTask<IPreparedBenchmark> PrepareAsync(IoProgram program, RunLimits limits, CancellationToken cancellationToken = default)
    {
        await ResetAsync(cancellationToken).ConfigureAwait(false);
        var setup = await RunAsync(program with { Source = program.Source + "\nbenchmark setup\n" }, limits, cancellationToken).ConfigureAwait(false);
        if (setup.Outcome != Outcome.Completed)
            throw new BenchmarkFailedException(_backend.Name, program.Label, setup);
        return new Prepared(this, program);
    }

    public ValueTask DisposeAsync()
    {
        _thread.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Prepared(VmSession session, IoProgram program) : IPreparedBenchmark
    {
        private bool _isSettled;

        /// <summary>
        /// The age of what a program stores decides how much .NET's write barrier does, so equal benchmarks would differ depending on whether a collection had happened to
        /// promote what they run on. The first time it is collected twice: the second promotes into the oldest generation what the first found in the youngest.
        /// </summary>
        public ValueTask SettleAsync(CancellationToken cancellationToken = default)
        {
            GC.Collect();
            if (!_isSettled)
                GC.Collect();
            _isSettled = true;
            return ValueTask.CompletedTask;
        }

        public async ValueTask<RawSample> MeasureAsync(long iterations, RunLimits limits, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var watch = new Watchdog(session._vm.Host, limits, cancellationToken);
            (RawSample? sample, RunResult? failure) = await session._thread.Run(() => Measure(iterations, limits)).ConfigureAwait(false);
            if (session._vm.Host.End == RunEnd.Cancelled)
                throw new OperationCanceledException(cancellationToken);
            return sample ?? throw new BenchmarkFailedException(session._backend.Name, program.Label, failure!);
        }

        private (RawSample? Sample, RunResult? Failure) Measure(long iterations, RunLimits limits)
        {
            try
            {
                session.PrepareHost(program, limits);
                return Source.TryParse(session._vm, $"benchmark run({iterations})", program.Label, null, out var run)
                    ? Time(run, iterations)
                    : (null, session.Conclude(session._vm.Unwind, Outcome.SyntaxError));
            }
            catch (Exception e)
            {
                return (null, session.Crashed(e));
            }
        }

        private (RawSample? Sample, RunResult? Failure) Time(Message? run, long iterations)
        {
            var vm = session._vm;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            var value = session._machine.Run(run, vm.World.Lobby, vm.World.Lobby);
            session.SlowDown(start);
            var elapsed = Stopwatch.GetTimestamp() - start;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (value.IsUnwind)
                return (null, session.Conclude(value, Outcome.Raised));
            return session.TextOf(value, vm.Names.AsString) is { } text
                ? (new RawSample(iterations, Nanoseconds.FromStopwatchTicks(elapsed), new Bytes(allocated), text) { CompiledMethods = JitInfo.GetCompiledMethodCount() }, null)
                : (null, new RunResult { Outcome = Outcome.Raised, Detail = "the result's asString is no text, or raised" });
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
