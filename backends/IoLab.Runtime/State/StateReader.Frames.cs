using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Runtime.State;

/// <summary>Messages, activations and frames.</summary>
internal sealed partial class StateReader
{
    private readonly Dictionary<int, Func<Activation>> _activationMakers = [];
    private readonly Dictionary<int, Activation> _activations = [];
    private readonly Dictionary<int, Func<Frame>> _frameMakers = [];
    private readonly Dictionary<int, Frame> _frames = [];
    private readonly Dictionary<int, int> _frameParents = [];
    private readonly List<IoObject> _coroutines = [];

    private Message? Message(int number) => number == 0 ? null : (Message)Record(number);

    private Frame? Frame(int number) => number == 0 ? null : _frames.TryGetValue(number, out var frame) ? frame : BuildFrame(number);

    private Activation Activation(int number) =>
        _activations.TryGetValue(number, out var activation) ? activation : _activations[number] = _activationMakers[number]();

    private void ReadActivation()
    {
        var number = _next++;
        var block = Reference();
        var self = Value();
        var hasTarget = _in.ReadBoolean();
        var target = Value();
        int message = Reference(), sender = Reference(), slotContext = Reference(), coroutine = Reference(), call = Reference();
        var tailCalls = _in.Read7BitEncodedInt();
        var passStops = _in.ReadBoolean();
        var pendingStop = (StopKind)_in.Read7BitEncodedInt() & StopKind.Local;
        _activationMakers[number] = () => new Activation
        {
            Block = (IoObject)Record(block), Self = self(), OwnTarget = hasTarget ? target() : (Value?)null, Message = (Message)Record(message),
            Sender = Object(sender), SlotContext = Object(slotContext), Coroutine = Object(coroutine), CallObject = Object(call), TailCalls = tailCalls,
            PassStops = passStops, PendingStop = pendingStop,
        };
    }

    private void ReadMessage()
    {
        var number = _next++;
        var tag = (MessageTag)_in.ReadByte();
        if (tag == MessageTag.Image)
        {
            var block = _in.ReadString();
            var position = _in.Read7BitEncodedInt();
            _records[number] = _image.Find(block, position) ?? throw new StateException($"this world has no message {position} in '{block}'");
            return;
        }
        var m = new Message(_vm.Symbols.Intern(_in.ReadString()))
        {
            Label = tag == MessageTag.Opaque ? Prelude.Label : _in.ReadString(), Line = _in.Read7BitEncodedInt(), Character = _in.Read7BitEncodedInt(),
        };
        _records[number] = m;
        var arguments = new int[Count()];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Reference();
        var next = Reference();
        var cached = _in.ReadBoolean() ? Value() : null;
        var wrapper = Reference();
        _fill.Add(() =>
        {
            m.Arguments = [.. arguments.Select(a => (Message)Record(a))];
            m.Next = Message(next);
            m.Cached = cached is null ? null : new CachedValue(cached());
            m.Wrapper = Object(wrapper);
        });
    }

    private void ReadFrame()
    {
        var number = _next++;
        var tag = (FrameTag)_in.ReadByte();
        _frameParents[number] = Reference();
        _frameMakers[number] = tag switch
        {
            FrameTag.Send => ReadSend(),
            FrameTag.Args => ReadArgs(),
            FrameTag.Activation => ReadActivationFrame(),
            FrameTag.Control => ReadControl(),
            _ => throw new StateException("a damaged serialised continuation: unknown frame"),
        };
    }

    private Func<Frame> ReadSend()
    {
        var message = Reference();
        var target = Value();
        var locals = Reference();
        return () => new SendFrame(Message(message)!, target(), Object(locals)!);
    }

    private Func<Frame> ReadArgs()
    {
        var message = Reference();
        var target = Value();
        var locals = Reference();
        var receiver = Value();
        int callee = Reference(), slotContext = Reference();
        var operands = Values();
        var index = _in.ReadInt32();
        var isSingle = _in.ReadBoolean();
        return () => new ArgsFrame(
            Message(message)!, target(), Object(locals)!, receiver(), Object(callee)!, Object(slotContext)!, Take(operands), index, isSingle);
    }

    private Func<Frame> ReadActivationFrame()
    {
        var locals = Reference();
        return () => new ActivationFrame(Object(locals)!);
    }

    private Func<Frame> ReadControl()
    {
        var primitive = ReadBuiltin();
        var message = Reference();
        var self = Value();
        int locals = Reference(), slotContext = Reference();
        var state = _in.ReadInt32();
        var operands = Values();
        return () => new ControlFrame(primitive, Message(message)!, self(), Object(locals)!, Object(slotContext)!)
        {
            State = state, Operands = Take(operands),
        };
    }

    /// <summary>Makes a frame and those below it, without recursion.</summary>
    private Frame BuildFrame(int number)
    {
        var path = new Stack<int>();
        for (var at = number; at != 0 && !_frames.ContainsKey(at); at = _frameParents[at])
        {
            if (path.Count > _frameParents.Count)
                throw new StateException("a damaged serialised continuation: frames return to themselves");
            path.Push(at);
        }
        while (path.TryPop(out var at))
        {
            var made = _frameMakers[at]();
            made.Parent = _frameParents[at] == 0 ? null : _frames[_frameParents[at]];
            made.Depth = made.Parent is null ? 1 : made.Parent.Depth + 1;
            made.IsShared = true;
            _frames[at] = made;
        }
        return _frames[number];
    }

    /// <summary>Can a machine go on with what was read?</summary>
    private void CheckFrames()
    {
        if (_frames.Values.Any(frame => !frame.IsSound) || _coroutines.Exists(coroutine => coroutine.Payload is not CoroutinePayload))
            throw new StateException("a damaged serialised continuation: the members of a frame do not fit together");
    }

    private Func<ExtentPart[]> ReadExtent()
    {
        var parts = new (int Coroutine, int Top, Func<Value> Handlers)[Count()];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (Reference(), Reference(), Value());
        if (parts.Length == 0)
            throw new StateException("a damaged serialised continuation: it has no coroutine");
        return () =>
        {
            var extent = new ExtentPart[parts.Length];
            for (var i = 0; i < extent.Length; i++)
            {
                var coroutine = (IoObject)Record(parts[i].Coroutine);
                _coroutines.Add(coroutine);
                extent[i] = new ExtentPart(coroutine, Frame(parts[i].Top), parts[i].Handlers());
            }
            return extent;
        };
    }
}
