using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Runtime.State;

/// <summary>
/// Reads what <see cref="StateWriter"/> wrote into a world. Two passes: first every record's place is found and an empty object made, then the
/// records are filled, so that cycles need no care.
/// </summary>
internal sealed class StateReader
{
    private readonly Vm _vm;
    private readonly ImageNames _image;
    private readonly BinaryReader _in;
    private readonly List<Action> _fill = [];
    private readonly Dictionary<int, object> _records = [];
    private int _next = 1;

    private StateReader(Vm vm, byte[] bytes)
    {
        _vm = vm;
        _image = new ImageNames(vm);
        _in = new BinaryReader(new MemoryStream(bytes));
    }

    /// <summary>A continuation from bytes. Changed image objects are patched (and the journal remembers to undo it).</summary>
    /// <exception cref="StateException">The bytes are damaged, of another version, or name things this world lacks.</exception>
    public static ContinuationPayload Read(Vm vm, byte[] bytes)
    {
        if (bytes.Length < 13 || !bytes.AsSpan(0, 4).SequenceEqual(StateFormat.Magic))
            throw new StateException("not a serialised continuation: it does not begin with its mark");
        if (bytes[4] != StateFormat.Version)
            throw new StateException($"a serialised continuation of format {bytes[4]}; this version reads format {StateFormat.Version}");
        if (StateFormat.Checksum(bytes.AsSpan(0, bytes.Length - 8)) != BitConverter.ToUInt64(bytes.AsSpan(bytes.Length - 8)))
            throw new StateException("a damaged serialised continuation: its checksum does not fit (truncated or changed)");
        try
        {
            return new StateReader(vm, bytes).ReadAll();
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or InvalidCastException or KeyNotFoundException or ArgumentException or IndexOutOfRangeException)
        {
            throw new StateException($"a damaged serialised continuation: {e.Message}");
        }
    }

    private ContinuationPayload ReadAll()
    {
        _in.BaseStream.Position = 5;
        var top = _in.Read7BitEncodedInt();
        var coroutine = _in.Read7BitEncodedInt();
        _ = _in.Read7BitEncodedInt();
        var changed = new int[_in.ReadInt32()];
        for (var i = 0; i < changed.Length; i++)
            changed[i] = _in.Read7BitEncodedInt();
        ReadRecords();
        var patches = new List<Action>();
        foreach (var number in changed)
            patches.Add(ReadPatch(number));
        ReadRecords();
        foreach (var fill in _fill)
            fill();
        foreach (var patch in patches)
            patch();
        var frames = Frame(top);
        FillFrames();
        return new ContinuationPayload { Top = frames, Coroutine = Object(coroutine)! };
    }

    private void ReadRecords()
    {
        while (true)
        {
            switch (_in.ReadByte())
            {
                case (byte)'o':
                    ReadObject();
                    break;
                case (byte)'m':
                    ReadMessage();
                    break;
                case (byte)'f':
                    ReadFrame();
                    break;
                case 255:
                    return;
                default:
                    throw new StateException("a damaged serialised continuation: unknown record");
            }
        }
    }

    private object Record(int number) =>
        _records.TryGetValue(number, out var record) ? record : throw new StateException($"a damaged serialised continuation: record {number} is missing");

    private IoObject? Object(int number) => number == 0 ? null : (IoObject)Record(number);

    private Message? Message(int number) => number == 0 ? null : (Message)Record(number);

    private Frame? Frame(int number) => number == 0 ? null : _frames.TryGetValue(number, out var frame) ? frame : BuildFrame(number);

    /// <summary>Reads a value; it can be asked for once all records are known.</summary>
    private Func<Value> Value()
    {
        switch ((ValueTag)_in.ReadByte())
        {
            case ValueTag.Number:
                var number = _in.ReadDouble();
                return () => number;
            case ValueTag.LazyCall:
                return () => Sentinels.LazyCall;
            case ValueTag.Absent:
                return () => Sentinels.Absent;
            default:
                var record = _in.Read7BitEncodedInt();
                return () => Object(record)!;
        }
    }

    private Func<Value>[] Values()
    {
        var values = new Func<Value>[_in.Read7BitEncodedInt()];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value();
        return values;
    }

    private static Value[] Take(Func<Value>[] values)
    {
        var taken = new Value[values.Length];
        for (var i = 0; i < taken.Length; i++)
            taken[i] = values[i]();
        return taken;
    }

    private void ReadObject()
    {
        var number = _next++;
        if ((ObjectTag)_in.ReadByte() == ObjectTag.Image)
        {
            var name = _in.ReadString();
            _records[number] = _image.Find(name) ?? throw new StateException($"this world has no '{name}': the state is of another version");
            return;
        }
        var flags = (ObjectFlags)_in.ReadInt32();
        var o = new IoObject(Shape.Root([]), null, null, flags);
        _records[number] = o;
        var setSlots = ReadSlotsAndProtos(o);
        var setPayload = ReadPayload(o);
        _fill.Add(() =>
        {
            setPayload();
            setSlots();
        });
    }

    private Action ReadPatch(int number)
    {
        var o = (IoObject)Record(number);
        var setSlots = ReadSlotsAndProtos(o);
        var flags = (ObjectFlags)_in.ReadInt32();
        var setPayload = ReadPayload(o);
        return () =>
        {
            _vm.Journal.Save(o);
            _vm.Journal.SavePayload(o);
            setPayload();
            setSlots();
            o.Flags = (o.Flags & ~(ObjectFlags.Activatable | ObjectFlags.Forwarder)) | flags;
        };
    }

    private Action ReadSlotsAndProtos(IoObject o)
    {
        var protos = new int[_in.Read7BitEncodedInt()];
        for (var i = 0; i < protos.Length; i++)
            protos[i] = _in.Read7BitEncodedInt();
        var count = _in.Read7BitEncodedInt();
        var names = new Symbol[count];
        var values = new Func<Value>[count];
        for (var i = 0; i < count; i++)
        {
            names[i] = _vm.Symbols.Intern(_in.ReadString());
            values[i] = Value();
        }
        return () => _vm.Slots.Replace(o, [.. protos.Select(p => Object(p)!)], names, Take(values));
    }

    private Action ReadPayload(IoObject o)
    {
        switch ((PayloadTag)_in.ReadByte())
        {
            case PayloadTag.None:
                return () => o.Payload = null;
            case PayloadTag.Shared:
                return () => { };
            case PayloadTag.Seq:
                var isMutable = _in.ReadBoolean();
                var type = (ItemType)_in.ReadByte();
                var encoding = (SeqEncoding)_in.ReadByte();
                var count = _in.Read7BitEncodedInt();
                var bytes = _in.ReadBytes(checked(count * Seq.SizeOf(type)));
                return () => o.Payload = new Seq(bytes, count, type, encoding, isMutable);
            case PayloadTag.List:
                var items = Values();
                return () => Keep(o, new ListPayload(Take(items)));
            case PayloadTag.Map:
                return ReadMap(o);
            case PayloadTag.Block:
                return ReadBlock(o);
            case PayloadTag.Message:
                var message = _in.Read7BitEncodedInt();
                return () => o.Payload = new MessagePayload(Message(message)!);
            case PayloadTag.CFunction:
                var builtin = Builtins.Find(_in.ReadString(), _in.ReadString());
                return () => o.Payload = new CFunctionPayload(builtin);
            case PayloadTag.Activation:
                var activation = ReadActivation();
                return () => o.Payload = activation();
            case PayloadTag.Call:
                var of = ReadActivation();
                return () => o.Payload = new CallPayload(of());
            case PayloadTag.Coroutine:
                return ReadCoroutine(o);
            case PayloadTag.Number:
                var number = _in.ReadDouble();
                return () => o.Payload = new NumberPayload(number);
            case PayloadTag.Forwarder:
                var target = Value();
                return () => o.Payload = new ForwarderPayload(target());
            case PayloadTag.Continuation:
                var top = _in.Read7BitEncodedInt();
                var coroutine = _in.Read7BitEncodedInt();
                var isInvoked = _in.ReadBoolean();
                return () => _late.Add(() => o.Payload = new ContinuationPayload { Top = Frame(top), Coroutine = Object(coroutine)!, IsInvoked = isInvoked });
            case var tag:
                var payload = SerializedPayloads.Read(tag, _in);
                return () => Keep(o, payload);
        }
    }

    private readonly List<Action> _late = [];

    /// <summary>Image objects keep their payload object, for whoever holds it; its content is replaced.</summary>
    private static void Keep(IoObject o, Payload payload)
    {
        if (o.Payload is not null && o.Payload.GetType() == payload.GetType() && (o.Flags & ObjectFlags.Journaled) != 0)
            o.Payload.Restore(payload);
        else
            o.Payload = payload;
    }

    private Action ReadMap(IoObject o)
    {
        var count = _in.Read7BitEncodedInt();
        var entries = new List<(Symbol, Func<Value>)>();
        for (var i = 0; i < count; i++)
            entries.Add((_vm.Symbols.Intern(_in.ReadString()), Value()));
        return () =>
        {
            var map = new MapPayload();
            foreach (var (key, value) in entries)
                map.Entries[key] = value();
            Keep(o, map);
        };
    }

    private Action ReadBlock(IoObject o)
    {
        var formals = new Symbol[_in.Read7BitEncodedInt()];
        for (var i = 0; i < formals.Length; i++)
            formals[i] = _vm.Symbols.Intern(_in.ReadString());
        var body = _in.Read7BitEncodedInt();
        var scope = _in.Read7BitEncodedInt();
        var passStops = _in.ReadBoolean();
        var isOpaque = _in.ReadBoolean();
        return () => Keep(o, new BlockPayload(formals, Message(body), Object(scope)) { PassStops = passStops, IsOpaque = isOpaque });
    }

    private Action ReadCoroutine(IoObject o)
    {
        var top = _in.Read7BitEncodedInt();
        var isStarted = _in.ReadBoolean();
        var isFinished = _in.ReadBoolean();
        var payload = new CoroutinePayload { IsStarted = isStarted, IsFinished = isFinished };
        return () =>
        {
            Keep(o, payload);
            _late.Add(() => ((CoroutinePayload)o.Payload!).Top = Frame(top));
        };
    }

    private Func<Activation> ReadActivation()
    {
        var block = _in.Read7BitEncodedInt();
        var self = Value();
        var hasTarget = _in.ReadBoolean();
        var target = Value();
        var message = _in.Read7BitEncodedInt();
        var sender = _in.Read7BitEncodedInt();
        var slotContext = _in.Read7BitEncodedInt();
        var coroutine = _in.Read7BitEncodedInt();
        var call = _in.Read7BitEncodedInt();
        var tailCalls = _in.Read7BitEncodedInt();
        var passStops = _in.ReadBoolean();
        var pendingStop = (StopKind)_in.Read7BitEncodedInt();
        return () => new Activation
        {
            Block = Object(block)!, Self = self(), OwnTarget = hasTarget ? target() : (Value?)null, Message = Message(message)!, Sender = Object(sender),
            SlotContext = Object(slotContext), Coroutine = Object(coroutine), CallObject = Object(call), TailCalls = tailCalls, PassStops = passStops,
            PendingStop = pendingStop,
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
        var arguments = new int[_in.Read7BitEncodedInt()];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = _in.Read7BitEncodedInt();
        var next = _in.Read7BitEncodedInt();
        var cached = _in.ReadBoolean() ? Value() : null;
        var wrapper = _in.Read7BitEncodedInt();
        _fill.Add(() =>
        {
            m.Arguments = [.. arguments.Select(a => Message(a)!)];
            m.Next = Message(next);
            m.Cached = cached is null ? null : new CachedValue(cached());
            m.Wrapper = Object(wrapper);
        });
    }

    private readonly Dictionary<int, Func<Frame>> _frameMakers = [];
    private readonly Dictionary<int, Frame> _frames = [];
    private readonly Dictionary<int, int> _frameParents = [];

    private void ReadFrame()
    {
        var number = _next++;
        var tag = (FrameTag)_in.ReadByte();
        _frameParents[number] = _in.Read7BitEncodedInt();
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
        var message = _in.Read7BitEncodedInt();
        var target = Value();
        var locals = _in.Read7BitEncodedInt();
        return () => new SendFrame(Message(message)!, target(), Object(locals)!);
    }

    private Func<Frame> ReadArgs()
    {
        var message = _in.Read7BitEncodedInt();
        var target = Value();
        var locals = _in.Read7BitEncodedInt();
        var receiver = Value();
        var callee = _in.Read7BitEncodedInt();
        var slotContext = _in.Read7BitEncodedInt();
        var operands = Values();
        var index = _in.ReadInt32();
        var isSingle = _in.ReadBoolean();
        return () => new ArgsFrame(
            Message(message)!, target(), Object(locals)!, receiver(), Object(callee)!, Object(slotContext)!, Take(operands), index, isSingle);
    }

    private Func<Frame> ReadActivationFrame()
    {
        var locals = _in.Read7BitEncodedInt();
        return () => new ActivationFrame(Object(locals)!);
    }

    private Func<Frame> ReadControl()
    {
        var proto = _in.ReadString();
        var name = _in.ReadString();
        var message = _in.Read7BitEncodedInt();
        var self = Value();
        var locals = _in.Read7BitEncodedInt();
        var slotContext = _in.Read7BitEncodedInt();
        var state = _in.ReadInt32();
        var operands = Values();
        return () => new ControlFrame(Builtins.Find(proto, name), Message(message)!, self(), Object(locals)!, Object(slotContext)!)
        {
            State = state, Operands = Take(operands),
        };
    }

    /// <summary>Makes a frame and those below it, without recursion.</summary>
    private Frame BuildFrame(int number)
    {
        var path = new Stack<int>();
        for (var at = number; at != 0 && !_frames.ContainsKey(at); at = _frameParents[at])
            path.Push(at);
        Frame? made = null;
        while (path.TryPop(out var at))
        {
            made = _frameMakers[at]();
            made.Parent = _frameParents[at] == 0 ? null : _frames[_frameParents[at]];
            made.Depth = made.Parent is null ? 1 : made.Parent.Depth + 1;
            made.IsShared = true;
            _frames[at] = made;
        }
        return made ?? _frames[number];
    }

    private void FillFrames()
    {
        foreach (var late in _late)
            late();
    }
}
