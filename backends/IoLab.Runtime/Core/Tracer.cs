using System.Runtime.CompilerServices;
using IoLab.Language;

namespace IoLab.Runtime.Core;

/// <summary>An event as recorded inside a window.</summary>
public readonly record struct RecordedEvent(long Index, char Kind, string Name, string Subject, string? Location);

/// <summary>
/// Records the event trace (ARCHITECTURE.md, "Traces and steps") as a running hash with checkpoints. Objects are numbered by first
/// observation. Hash: FNV-1a over 64-bit words, with a final mix; equality of hashes is what counts, not security.
/// </summary>
public sealed class Tracer(long checkpointInterval, (long First, long Last)? window)
{
    private const ulong Prime = 1099511628211;
    private const int MaxCheckpoints = 1000;

    private readonly ConditionalWeakTable<IoObject, object> _numbers = [];
    private readonly List<ulong> _checkpoints = [];
    private readonly List<RecordedEvent> _recorded = [];
    private long _nextNumber;
    private ulong _hash = 14695981039346656037;

    /// <summary>How many events so far.</summary>
    public long Count { get; private set; }
    /// <summary>The hash of all events so far.</summary>
    public ulong Hash => _hash;
    /// <summary>Events between checkpoints; doubles when there would be more than a thousand.</summary>
    public long Interval { get; private set; } = Math.Max(1, checkpointInterval);
    /// <summary>The hashes at the checkpoints.</summary>
    public IReadOnlyList<ulong> Checkpoints => _checkpoints;
    /// <summary>The events inside the window.</summary>
    public IReadOnlyList<RecordedEvent> Recorded => _recorded;
    /// <summary>A message was sent to a receiver of this kind.</summary>
    public void Send(Message message, Kind receiver)
    {
        Mix('s');
        Mix(HashOf(message.Name));
        Mix((ulong)receiver);
        if (IsInWindow)
            _recorded.Add(new RecordedEvent(Count, 's', message.Name.Text, receiver.ToString(), $"{message.Label}:{message.Line}"));
        Advance();
    }

    /// <summary>A slot of an object that is not a Locals was written.</summary>
    public void SlotWrite(Symbol name, IoObject o) => Record('w', name, o);

    /// <summary>An exception was raised.</summary>
    public void Raise(IoObject exception) => Record('r', null, exception);

    /// <summary>Control went to a coroutine.</summary>
    public void Switch(IoObject coroutine) => Record('c', null, coroutine);

    /// <summary>Bytes were written to standard output.</summary>
    public void Output(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes)
            hash = (hash ^ b) * Prime;
        Mix('o');
        Mix(hash);
        if (IsInWindow)
            _recorded.Add(new RecordedEvent(Count, 'o', System.Text.Encoding.UTF8.GetString(bytes), "", null));
        Advance();
    }

    private bool IsInWindow => window is { } w && Count >= w.First && Count <= w.Last;

    private void Record(char kind, Symbol? name, IoObject subject)
    {
        var number = Number(subject);
        Mix(kind);
        if (name is not null)
            Mix(HashOf(name));
        Mix(number);
        if (IsInWindow)
            _recorded.Add(new RecordedEvent(Count, kind, name?.Text ?? "", $"{subject.Kind}#{number}", null));
        Advance();
    }

    private static ulong HashOf(Symbol name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name.Text)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    private ulong Number(IoObject o)
    {
        if (_numbers.TryGetValue(o, out var known))
            return (ulong)(long)known;
        var number = ++_nextNumber;
        _numbers.Add(o, number);
        return (ulong)number;
    }

    private void Mix(ulong word)
    {
        _hash = (_hash ^ word) * Prime;
        _hash ^= _hash >> 29;
    }

    private void Advance()
    {
        if (++Count % Interval != 0)
            return;
        _checkpoints.Add(_hash);
        if (_checkpoints.Count <= MaxCheckpoints)
            return;
        Interval *= 2;
        for (var i = 0; i * 2 + 1 < _checkpoints.Count; i++)
            _checkpoints[i] = _checkpoints[i * 2 + 1];
        _checkpoints.RemoveRange(_checkpoints.Count / 2, _checkpoints.Count - _checkpoints.Count / 2);
    }
}
