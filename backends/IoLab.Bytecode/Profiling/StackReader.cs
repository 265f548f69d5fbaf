using IoLab.Contract;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Bytecode.Profiling;

/// <summary>
/// Reads the stack of what runs: the running coroutine's records and frames, and those of the coroutines that wait for it in a <c>try</c>. It changes nothing: records stay records. The work is
/// bounded however deep the stack is.
/// </summary>
/// <param name="machine">The machine.</param>
/// <param name="recorder">Who knows what code is called.</param>
internal sealed class StackReader(BytecodeMachine machine, ProfileRecorder recorder)
{
    /// <summary>A stack has at most so many frames; of a deeper one the outermost and the innermost stay.</summary>
    public const int MostFrames = 256;

    private const int InnermostKept = 64;
    /// <summary>So many records are read at either end of a strand, and so many portable frames.</summary>
    private const int MostRead = 1024;
    private const int MostCoroutines = 64;
    /// <summary>So many frames that come again directly are one turn of a recursion.</summary>
    private const int LongestTurn = 8;

    private static readonly Builtin Try = Builtins.Find("Object", "try");

    private readonly List<ProfileFrame> _newestFirst = [];
    private readonly List<ProfileFrame> _frames = [];

    /// <summary>The frames, the outermost first. The list is used again for the next stack.</summary>
    public List<ProfileFrame> Read(Strand strand)
    {
        _newestFirst.Clear();
        var coroutine = machine.CurrentCoroutine;
        Add(strand);
        Add(machine.FramesBelow);
        for (var i = 0; i < MostCoroutines && Awaiting(coroutine) is { } waiting; i++)
        {
            coroutine = waiting;
            var payload = (CoroutinePayload)waiting.Payload!;
            if (payload.Live is Strand live)
            {
                Add(live);
                Add(live.Below);
            }
            else
            {
                Add(payload.Top);
            }
        }
        if (!ReferenceEquals(coroutine, machine.Vm.World.MainCoroutine))
            _newestFirst.Add(FrameNames.Coroutine);
        Fold();
        return _frames;
    }

    private void Add(Strand strand)
    {
        for (var i = strand.Depth; i > 0; i--)
        {
            if (strand.Depth - i == MostRead && i > MostRead)
            {
                _newestFirst.Add(FrameNames.Deeper);
                i = MostRead;
            }
            ref var record = ref strand.Records[i];
            if (record.Code is { } code)
                _newestFirst.Add(recorder.ProfileOf(code, record.Target).Frame);
            else
                AddItem(record.Item!);
        }
    }

    private void Add(Frame? newest)
    {
        var count = 0;
        for (var frame = newest; frame is not null; frame = frame.Parent)
        {
            if (++count > MostRead)
            {
                _newestFirst.Add(FrameNames.Deeper);
                return;
            }
            AddItem(frame);
        }
    }

    private void AddItem(Frame frame)
    {
        switch (frame)
        {
            case ControlFrame control:
                _newestFirst.Add(recorder.Names.Of(control.Primitive));
                break;
            case ActivationFrame { Activation: var activation }:
                _newestFirst.Add(recorder.Names.Of(activation));
                break;
        }
    }

    /// <summary>The coroutine that waits for this one in a <c>try</c>; null: none does.</summary>
    private IoObject? Awaiting(IoObject coroutine)
    {
        if (!machine.Vm.TryGetSlot(coroutine, machine.Vm.Names.ParentCoroutine, out var parent) || parent.Ref is not { Payload: CoroutinePayload payload } waiting)
            return null;
        var newest = payload.Live is Strand { Depth: > 0 } live ? live.Records[live.Depth].Item : payload.Live is null ? payload.Top : null;
        return newest is ControlFrame { Operands: [var awaited, ..] } control && ReferenceEquals(control.Primitive, Try) && awaited.Is(coroutine) ? waiting : null;
    }

    /// <summary>Turns the stack round; of what comes again directly only one turn stays.</summary>
    private void Fold()
    {
        _frames.Clear();
        for (var i = _newestFirst.Count - 1; i >= 0; i--)
        {
            var frame = _newestFirst[i];
            // What was not read within a recursion was the same recursion.
            if (ReferenceEquals(frame, FrameNames.Deeper) && i > 0 && LastTurnHas(_newestFirst[i - 1]))
                continue;
            _frames.Add(frame);
            for (var length = 1; length <= LongestTurn && 2 * length <= _frames.Count; length++)
            {
                if (!IsRepeated(length))
                    continue;
                _frames.RemoveRange(_frames.Count - length, length);
                break;
            }
        }
        if (_frames.Count <= MostFrames)
            return;
        var from = MostFrames - InnermostKept - 1;
        _frames[from] = FrameNames.Deeper;
        _frames.RemoveRange(from + 1, _frames.Count - InnermostKept - from - 1);
    }

    private bool LastTurnHas(ProfileFrame frame)
    {
        for (var i = Math.Max(0, _frames.Count - LongestTurn); i < _frames.Count; i++)
        {
            if (ReferenceEquals(_frames[i], frame))
                return true;
        }
        return false;
    }

    private bool IsRepeated(int length)
    {
        for (var i = _frames.Count - length; i < _frames.Count; i++)
        {
            if (!ReferenceEquals(_frames[i], _frames[i - length]))
                return false;
        }
        return true;
    }
}
