using IoLab.Runtime.Control;

namespace IoLab.Runtime.Protos;

/// <summary>Every table of slots, in the order in which a world is built. To add a proto: its folder, and a line here.</summary>
public static class Builtins
{
    /// <summary>All tables.</summary>
    public static IReadOnlyList<ProtoTable> Tables { get; } =
    [
        Lobby.LobbySlots.Table,
        Object.ObjectSlots.Table,
        Locals.LocalsSlots.Table,
        Exception.ExceptionSlots.Table,
        Exception.ResumptionSlots.Table,
        Exception.RestartSlots.Table,
        OperatorTable.OperatorTableSlots.Table,
        Coroutine.CoroutineSlots.Table,
        Coroutine.SchedulerSlots.Table,
        Continuation.ContinuationSlots.Table,
        EvalFrames.EvalFrameSlots.Table,
        Coroutine.FutureSlots.Future,
        Coroutine.FutureSlots.Proxy,
        Number.NumberSlots.Table,
        Date.DateSlots.Table,
        Duration.DurationSlots.Table,
        SystemProto.SystemSlots.Table,
        Files.FileSlots.Table,
        Files.DirectorySlots.Table,
        Files.PathSlots.Table,
        Files.PathSlots.CoreTable,
        Importer.ImporterSlots.Table,
        Collector.CollectorSlots.Table,
        WeakLink.WeakLinkSlots.Table,
        Sandbox.SandboxSlots.Table,
        Profiler.ProfilerSlots.Table,
        Debugger.DebuggerSlots.Table,
        Sequence.SequenceSlots.Table,
        Sequence.VectorSlots.Immutable,
        Sequence.VectorSlots.Vector,
        Sequence.VectorSlots.Core,
        List.ListSlots.Table,
        List.KeySortSlots.Table,
        List.ListCursorSlots.Table,
        Booleans.BooleanSlots.Nil,
        Booleans.BooleanSlots.True,
        Booleans.BooleanSlots.False,
        StopStatus.StopStatusSlots.Normal,
        StopStatus.StopStatusSlots.Break,
        StopStatus.StopStatusSlots.Continue,
        StopStatus.StopStatusSlots.Return,
        StopStatus.StopStatusSlots.Eol,
        Block.BlockSlots.Table,
        Block.FormatterSlots.Table,
        Call.CallSlots.Table,
        Messages.MessageSlots.Table,
        Compiling.CompilerSlots.Table,
        Error.ErrorSlots.Table,
        Notifier.NotifierSlots.Table,
        Serialization.SerializationStreamSlots.Table,
        CFunctions.CFunctionSlots.Table,
        Map.MapSlots.Table,
        UnitTest.TestCollectorSlots.Runner,
        UnitTest.TestCollectorSlots.OfFile,
        UnitTest.TestCollectorSlots.OfDirectory,
        UnitTest.TestCollectorSlots.Core,
        UnitTest.TestRunnerSlots.Table,
        UnitTest.UnitTestSlots.Table,
    ];

    /// <summary>The built-in behind the implicit receiver: Locals' <c>forward</c>.</summary>
    public static Builtin LocalsForward { get; } = Locals.LocalsSlots.Table["forward"];

    /// <summary>A built-in by proto and name, or null.</summary>
    public static Builtin? TryFind(string proto, string name) =>
        Tables.FirstOrDefault(t => t.Proto == proto)?.Builtins.FirstOrDefault(b => b.Name == name);

    /// <summary>A built-in by proto and name.</summary>
    public static Builtin Find(string proto, string name) => Tables.First(t => t.Proto == proto)[name];
}
