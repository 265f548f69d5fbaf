using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Runtime.State;

/// <summary>
/// Reads what <see cref="StateWriter"/> wrote into a world. Two passes: first every record's place is found and an empty object made, then the
/// records are filled, so that cycles need no care. This part reads objects, the others messages, frames and counts.
/// </summary>
internal sealed partial class StateReader
{
    private readonly Vm _vm;
    private readonly ImageNames _image;
    private readonly BinaryReader _in;
    private readonly byte[] _bytes;
    private readonly List<Action> _fill = [];
    private readonly Dictionary<int, object> _records = [];
    private int _next = 1;

    private StateReader(Vm vm, byte[] bytes)
    {
        _vm = vm;
        _image = new ImageNames(vm);
        _bytes = bytes;
        _in = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - StateFormat.ChecksumSize));
    }

    /// <summary>A continuation from bytes. The world changes only when it is invoked.</summary>
    /// <exception cref="StateException">The bytes are damaged, of another version, or name things this world lacks.</exception>
    public static ContinuationPayload Read(Vm vm, byte[] bytes)
    {
        var size = StateFormat.ChecksumSize;
        if (bytes.Length < StateFormat.Magic.Length || !bytes.AsSpan().StartsWith(StateFormat.Magic))
            throw new StateException("not a serialised continuation: it does not begin with its mark");
        if (bytes.Length <= StateFormat.Magic.Length + size)
            throw new StateException("a damaged serialised continuation: it is truncated");
        if (bytes[4] != StateFormat.Version)
            throw new StateException($"a serialised continuation of format {bytes[4]}; this version reads format {StateFormat.Version}");
        if (StateFormat.Checksum(bytes.AsSpan(0, bytes.Length - size)) != BitConverter.ToUInt64(bytes.AsSpan(bytes.Length - size)))
            throw new StateException("a damaged serialised continuation: its checksum does not fit (truncated or changed)");
        try
        {
            return new StateReader(vm, bytes).ReadAll();
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidCastException or KeyNotFoundException or ArgumentException
            or IndexOutOfRangeException or NullReferenceException or ArithmeticException)
        {
            throw new StateException($"a damaged serialised continuation: {e.Message}");
        }
    }

    private ContinuationPayload ReadAll()
    {
        _in.BaseStream.Position = 5;
        var extent = ReadExtent();
        var changed = new int[Count()];
        for (var i = 0; i < changed.Length; i++)
            changed[i] = Reference();
        ReadRecords();
        var patches = new Action[changed.Length];
        for (var i = 0; i < patches.Length; i++)
            patches[i] = ReadPatch(changed[i]);
        ReadRecords();
        foreach (var fill in _fill)
            fill();
        var parts = extent();
        CheckFrames();
        return new ContinuationPayload { Extent = parts, World = new RestoredWorld(_bytes, () => Array.ForEach(patches, patch => patch())) };
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
                case (byte)'a':
                    ReadActivation();
                    break;
                case 255:
                    return;
                default:
                    throw new StateException("a damaged serialised continuation: unknown record");
            }
        }
    }

    /// <summary>How many members follow: each takes a byte at least.</summary>
    private int Count()
    {
        var count = _in.Read7BitEncodedInt();
        return count >= 0 && count <= _in.BaseStream.Length - _in.BaseStream.Position
            ? count
            : throw new StateException($"a damaged serialised continuation: {count} members cannot follow");
    }

    /// <summary>The number of a record; 0 is none.</summary>
    private int Reference() => _in.Read7BitEncodedInt();

    private object Record(int number) =>
        _records.TryGetValue(number, out var record) ? record : throw new StateException($"a damaged serialised continuation: record {number} is missing");

    private IoObject? Object(int number) => number == 0 ? null : (IoObject)Record(number);

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
            case ValueTag.Object:
                var record = Reference();
                return () => (IoObject)Record(record);
            default:
                throw new StateException("a damaged serialised continuation: unknown value");
        }
    }

    private Func<Value>[] Values()
    {
        var values = new Func<Value>[Count()];
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
        var o = new IoObject(Shape.Root([]), null, null, (ObjectFlags)_in.ReadInt32() & StateFormat.Flags);
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
        var flags = (ObjectFlags)_in.ReadInt32() & StateFormat.PatchFlags;
        var setPayload = ReadPayload(o);
        return () =>
        {
            _vm.Journal.Save(o);
            _vm.Journal.SavePayload(o);
            setPayload();
            setSlots();
            o.Flags = (o.Flags & ~StateFormat.PatchFlags) | flags;
        };
    }

    private Action ReadSlotsAndProtos(IoObject o)
    {
        var protos = new int[Count()];
        for (var i = 0; i < protos.Length; i++)
            protos[i] = Reference();
        var names = new Symbol[Count()];
        var values = new Func<Value>[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = _vm.Symbols.Intern(_in.ReadString());
            values[i] = Value();
        }
        return () => _vm.Slots.Replace(o, [.. protos.Select(p => (IoObject)Record(p))], names, Take(values));
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
                return ReadSeq(o);
            case PayloadTag.List:
                var items = Values();
                return () => Keep(o, new ListPayload(Take(items)));
            case PayloadTag.Map:
                return ReadMap(o);
            case PayloadTag.Block:
                return ReadBlock(o);
            case PayloadTag.Message:
                var message = Reference();
                return () => o.Payload = new MessagePayload((Message)Record(message));
            case PayloadTag.CFunction:
                var builtin = ReadBuiltin();
                return () => o.Payload = new CFunctionPayload(builtin);
            case PayloadTag.Activation:
                var activation = Reference();
                return () => o.Payload = Activation(activation);
            case PayloadTag.Call:
                var of = Reference();
                return () => o.Payload = new CallPayload(Activation(of));
            case PayloadTag.Coroutine:
                return ReadCoroutine(o);
            case PayloadTag.Number:
                var number = _in.ReadDouble();
                return () => o.Payload = new NumberPayload(number);
            case PayloadTag.Forwarder:
                var target = Value();
                return () => o.Payload = new ForwarderPayload(target());
            case PayloadTag.Continuation:
                var extent = ReadExtent();
                var isInvoked = _in.ReadBoolean();
                return () => o.Payload = new ContinuationPayload { Extent = extent(), IsInvoked = isInvoked };
            case PayloadTag.EvalFrame:
                var frame = Reference();
                return () => o.Payload = new EvalFramePayload(Frame(frame)!);
            case var tag:
                var payload = SerializedPayloads.Read(tag, _in);
                return () => Keep(o, payload);
        }
    }

    private Action ReadSeq(IoObject o)
    {
        var isMutable = _in.ReadBoolean();
        var type = (ItemType)_in.ReadByte();
        var encoding = (SeqEncoding)_in.ReadByte();
        if (!Enum.IsDefined(type) || !Enum.IsDefined(encoding))
            throw new StateException("a damaged serialised continuation: unknown item type");
        var count = Count();
        var bytes = _in.ReadBytes(checked(count * Seq.SizeOf(type)));
        return bytes.Length == count * Seq.SizeOf(type)
            ? () => Keep(o, new Seq(bytes, count, type, encoding, isMutable))
            : throw new StateException("a damaged serialised continuation: a sequence is cut off");
    }

    private Builtin ReadBuiltin()
    {
        string proto = _in.ReadString(), name = _in.ReadString();
        return Builtins.TryFind(proto, name) ?? throw new StateException($"this world has no primitive '{proto} {name}': the state is of another version");
    }

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
        var entries = new (Symbol, Func<Value>)[Count()];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = (_vm.Symbols.Intern(_in.ReadString()), Value());
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
        var formals = new Symbol[Count()];
        for (var i = 0; i < formals.Length; i++)
            formals[i] = _vm.Symbols.Intern(_in.ReadString());
        int body = Reference(), scope = Reference();
        bool passStops = _in.ReadBoolean(), isOpaque = _in.ReadBoolean();
        return () => Keep(o, new BlockPayload(formals, Message(body), Object(scope)) { PassStops = passStops, IsOpaque = isOpaque });
    }

    private Action ReadCoroutine(IoObject o)
    {
        var top = Reference();
        var payload = new CoroutinePayload { IsStarted = _in.ReadBoolean(), IsFinished = _in.ReadBoolean(), Queued = _in.Read7BitEncodedInt() };
        var calls = new (Func<Value> Target, int Message)[Count()];
        for (var i = 0; i < calls.Length; i++)
            calls[i] = (Value(), Reference());
        return () =>
        {
            payload.Top = Frame(top);
            payload.RaisedIn = [.. calls.Select(c => new TraceEntry(c.Target(), (Message)Record(c.Message)))];
            Keep(o, payload);
        };
    }
}
