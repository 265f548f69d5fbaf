using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Control;

namespace IoLab.Runtime.Core;

/// <summary>
/// Records which edges a run takes, each once: what a program of a campaign adds to those before it. An edge is a built-in with the classes of its receiver,
/// its first arguments and its answer; a state and request of a control built-in; a method's call with the numbers of formals and arguments; or a message nobody
/// responds to. The names of a program's own slots are in none of them: every program has others.
/// </summary>
public sealed class EdgeRecorder
{
    /// <summary>Arguments further on are not looked at.</summary>
    private const int MaxOperands = 4;
    private const int RecentSize = 1024;

    private readonly HashSet<uint> _taken = [];
    private readonly uint[] _recent = new uint[RecentSize];

    private enum Operation
    {
        Answer,
        Step,
        Method,
        Missing,
    }

    /// <summary>The hashes of the edges, ascending.</summary>
    public uint[] Taken => [.. _taken.Order()];

    /// <summary>An eager or guarded built-in has ended.</summary>
    public void Called(Builtin builtin, Value receiver, ReadOnlySpan<Value> operands, Value answer)
    {
        var hash = Begin(Operation.Answer, builtin.ContentHash);
        hash = TraceHash.Mix(hash, ClassOf(receiver));
        foreach (var operand in operands[..Math.Min(operands.Length, MaxOperands)])
            hash = TraceHash.Mix(hash, ClassOf(operand));
        Add(TraceHash.Mix(hash, ((ulong)operands.Length << 32) | ClassOf(answer)));
    }

    /// <summary>A control built-in has made a step.</summary>
    /// <param name="frame">Its frame.</param>
    /// <param name="state">The state it was in before.</param>
    /// <param name="request">What it asked for.</param>
    public void Stepped(ControlFrame frame, int state, Request request)
    {
        var hash = TraceHash.Mix(Begin(Operation.Step, frame.Primitive.ContentHash), ClassOf(frame.Self));
        Add(TraceHash.Mix(hash, ((ulong)Math.Min(state, 8) << 32) | ((ulong)Math.Min(frame.Message.Arguments.Length, 8) << 16) | (ulong)request));
    }

    /// <summary>A method or block is called.</summary>
    public void Activated(BlockPayload block, Message message, Value receiver)
    {
        var counts = ((ulong)block.Formals.Length << 16) | ((ulong)message.Arguments.Length << 1) | (block.Scope is null ? 0UL : 1);
        Add(TraceHash.Mix(Begin(Operation.Method, counts), ClassOf(receiver)));
    }

    /// <summary>Nobody responds to a message.</summary>
    public void Missing(Value receiver) => Add(Begin(Operation.Missing, ClassOf(receiver)));

    private static ulong Begin(Operation operation, ulong what) => TraceHash.Mix(TraceHash.Mix(TraceHash.Empty, (ulong)operation), what);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ulong hash)
    {
        var edge = (uint)(hash ^ (hash >> 32));
        ref var recent = ref _recent[edge & (RecentSize - 1)];
        if (recent == edge)
            return;
        recent = edge;
        _taken.Add(edge);
    }

    /// <summary>A value's kind; of numbers and sequences, which built-ins treat in several ways, a finer one.</summary>
    private static uint ClassOf(Value value)
    {
        if (value.Ref is not { } o)
            return ((uint)Kind.Number << 8) | ClassOf(value.Num);
        return o.Payload is Seq seq
            ? ((uint)Kind.Sequence << 8) | (seq.IsMutable ? 1u : 0) | ((uint)seq.ItemType << 1)
            : (uint)o.Kind << 8;
    }

    private static uint ClassOf(double number) =>
        !double.IsFinite(number) ? 3u : number != Math.Floor(number) ? 2u : number < 0 ? 1u : 0u;
}
