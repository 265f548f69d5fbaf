using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Control;

namespace IoLab.Runtime.Core;

/// <summary>
/// Records the event trace (docs/differential.md, "Traces") as a running hash with checkpoints, and the events of a window. Objects are
/// numbered as they are first observed. A trace takes the same little memory however long it is.
/// </summary>
public sealed class Tracer
{
    private const int MaxCheckpoints = 1000;

    private readonly Vm _vm;
    private readonly TracerSettings _settings;
    private readonly int _omitted;
    private readonly List<ulong> _checkpoints = [];
    private readonly List<RecordedEvent> _recorded = [];
    private readonly uint _observedBefore;
    private readonly long _windowFirst;
    private readonly long _windowLast;
    private ulong _hash = TraceHash.Empty;
    private long _nextCheckpoint;

    /// <summary>A trace that begins now.</summary>
    public Tracer(Vm vm, TracerSettings settings)
    {
        _vm = vm;
        _settings = settings;
        _omitted = settings.Omitted.Aggregate(0, (all, kind) => all | (1 << (int)kind));
        _observedBefore = vm.LastObserved;
        (_windowFirst, _windowLast) = settings.Window ?? (long.MaxValue, -1);
        Interval = Math.Max(1, settings.Interval);
        _nextCheckpoint = FirstOfCheckpoints + Interval;
    }

    /// <summary>How many events so far.</summary>
    public long Count { get; private set; }
    /// <summary>The hash of all events so far.</summary>
    public ulong Hash => _hash;
    /// <summary>Events between checkpoints; doubles when there would be more than a thousand.</summary>
    public long Interval { get; private set; }
    /// <summary>The hashes at the checkpoints.</summary>
    public IReadOnlyList<ulong> Checkpoints => _checkpoints;
    /// <summary>The events inside the window.</summary>
    public IReadOnlyList<RecordedEvent> Recorded => _recorded;

    private long FirstOfCheckpoints => _settings.CheckpointsWithin?.First ?? 0;

    /// <summary>A message was sent to a receiver of this kind.</summary>
    public void Send(Message message, Kind receiver)
    {
        if (Omits(ObservedKind.Send))
            return;
        Mix(ObservedKind.Send, (ulong)receiver, TraceHash.Of(message.Name));
        if (IsInWindow)
            Record(ObservedKind.Send, message.Name.Text, receiver.ToString(), message);
        Advance();
    }

    /// <summary>An eager or guarded built-in answered a value.</summary>
    public void Result(Builtin builtin, Message message, Value answer)
    {
        if (Omits(ObservedKind.Result))
            return;
        Mix(ObservedKind.Result, builtin.ContentHash, IdentityOf(answer));
        if (IsInWindow)
            Record(ObservedKind.Result, message.Name.Text, builtin.Proto, message, Describe(answer));
        Advance();
    }

    /// <summary>A slot of an object that is not a Locals was written.</summary>
    public void SlotWrite(Symbol name, IoObject o, Value value, Message? message)
    {
        if (Omits(ObservedKind.SlotWrite))
            return;
        var subject = IdentityOf(o);
        Mix(ObservedKind.SlotWrite, subject, TraceHash.Mix(TraceHash.Of(name), IdentityOf(value)));
        if (IsInWindow)
            Record(ObservedKind.SlotWrite, name.Text, Describe(o), message, Describe(value));
        Advance();
    }

    /// <summary>An exception was raised.</summary>
    public void Raise(IoObject exception, Message? message)
    {
        if (Omits(ObservedKind.Raise))
            return;
        var error = Slots.TryGetOwn(exception, _vm.Names.Error, out var own) ? own : _vm.Nil;
        var type = _vm.TypeName(exception);
        Mix(ObservedKind.Raise, IdentityOf(exception), TraceHash.Mix(TraceHash.Of(type), IdentityOf(error)));
        if (IsInWindow)
            Record(ObservedKind.Raise, TraceText.Cut($"{type}: {error.PayloadAs<Seq>()?.ToText() ?? Describe(error)}"), Describe(exception), message);
        Advance();
    }

    /// <summary>Control went to a coroutine.</summary>
    public void Switch(IoObject coroutine)
    {
        if (Omits(ObservedKind.Switch))
            return;
        Mix(ObservedKind.Switch, IdentityOf(coroutine), 0);
        if (IsInWindow)
            Record(ObservedKind.Switch, "", Describe(coroutine), null);
        Advance();
    }

    /// <summary>Bytes were written to standard output.</summary>
    public void Output(ReadOnlySpan<byte> bytes)
    {
        if (Omits(ObservedKind.Output))
            return;
        Mix(ObservedKind.Output, TraceHash.OfAll(bytes), 0);
        if (IsInWindow)
            Record(ObservedKind.Output, TraceText.Of(bytes), "", null);
        Advance();
    }

    private bool Omits(ObservedKind kind) => (_omitted >> (int)kind & 1) != 0;

    private bool IsInWindow => Count >= _windowFirst && Count <= _windowLast;

    private void Record(ObservedKind kind, string name, string subject, Message? message, string? value = null) =>
        _recorded.Add(new RecordedEvent(Count, kind, name, subject, TraceText.LocationOf(message), value));

    /// <summary>What a value is in a trace: a number's bits, a sequence's content, any other object's kind and number.</summary>
    private ulong IdentityOf(Value value)
    {
        if (value.Ref is not { } o)
            return IdentityOf(value.Num);
        if ((o.Flags & ObjectFlags.Forwarder) != 0)
            return IdentityOf(_vm.Resolve(value));
        return o.Payload switch
        {
            Seq seq => TraceHash.Mix(TraceHash.OfContent(seq.Bytes), (ulong)seq.ItemType | ((ulong)seq.Encoding << 8) | (seq.IsMutable ? 1UL << 16 : 0)),
            TagPayload tag => (ulong)tag.Kind,
            _ => ((ulong)o.Kind << 32) | Number(o),
        };
    }

    private static ulong IdentityOf(double number) => double.IsNaN(number) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(number);

    /// <summary>
    /// The number of an object, from 1. Objects keep it: a number given in an earlier run is not above what had been given when this one began.
    /// </summary>
    private uint Number(IoObject o)
    {
        if (o.Observed > _observedBefore)
            return o.Observed - _observedBefore;
        if (_vm.LastObserved == uint.MaxValue)
            return 0;
        o.Observed = ++_vm.LastObserved;
        return o.Observed - _observedBefore;
    }

    private string Describe(Value value)
    {
        value = _vm.Resolve(value);
        return value.Ref is not { } o ? TraceText.Of(value.Num) : o.Payload switch
        {
            Seq seq => TraceText.Of(seq),
            TagPayload tag => tag.ToString(),
            _ => $"{o.Kind}#{Number(o)}",
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mix(ObservedKind kind, ulong subject, ulong content) =>
        _hash = TraceHash.Mix(TraceHash.Mix(_hash, subject + ((ulong)kind << 56)), content);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Advance()
    {
        if (++Count == _nextCheckpoint)
            TakeCheckpoint();
    }

    private void TakeCheckpoint()
    {
        _checkpoints.Add(_hash);
        if (_checkpoints.Count > MaxCheckpoints)
            KeepEverySecond();
        _nextCheckpoint = Count + Interval - ((Count - FirstOfCheckpoints) % Interval);
        if (_settings.CheckpointsWithin is { } within && _nextCheckpoint > within.Last + 1)
            _nextCheckpoint = -1;
    }

    private void KeepEverySecond()
    {
        Interval *= 2;
        for (var i = 0; i * 2 + 1 < _checkpoints.Count; i++)
            _checkpoints[i] = _checkpoints[i * 2 + 1];
        _checkpoints.RemoveRange(_checkpoints.Count / 2, _checkpoints.Count - _checkpoints.Count / 2);
    }
}
