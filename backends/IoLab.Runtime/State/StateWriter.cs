using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.State;

/// <summary>
/// Writes everything reachable from a continuation, up to the pristine image: new objects whole, changed image objects as they are now.
/// Records are numbered by discovery and written from a work list, so depth costs nothing.
/// </summary>
internal sealed class StateWriter
{
    private readonly Vm _vm;
    private readonly ImageNames _image;
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _out;
    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _pending = new();

    private StateWriter(Vm vm)
    {
        _vm = vm;
        _image = new ImageNames(vm);
        _out = new BinaryWriter(_bytes);
    }

    /// <summary>The bytes of a continuation.</summary>
    /// <exception cref="StateException">Something reachable cannot be written; the text names it.</exception>
    public static byte[] Write(Vm vm, ExtentPart[] extent)
    {
        var writer = new StateWriter(vm);
        writer._out.Write(StateFormat.Magic);
        writer._out.Write(StateFormat.Version);
        writer.WriteExtent(extent);
        var changed = vm.Journal.Changed.Where(o => writer._image.NameOf(o) is not null).ToList();
        writer._out.Write7BitEncodedInt(changed.Count);
        foreach (var o in changed)
            writer.WriteObjectRef(o);
        while (writer._pending.TryDequeue(out var record))
            writer.WriteRecord(record);
        writer._out.Write((byte)255);
        foreach (var o in changed)
            writer.WritePatch(o);
        // Patches may have discovered more.
        while (writer._pending.TryDequeue(out var record))
            writer.WriteRecord(record);
        writer._out.Write((byte)255);
        writer._out.Flush();
        var checksum = StateFormat.Checksum(writer._bytes.GetBuffer().AsSpan(0, (int)writer._bytes.Length));
        writer._out.Write(checksum);
        writer._out.Flush();
        return writer._bytes.ToArray();
    }

    private int NumberOf(object record)
    {
        if (_numbers.TryGetValue(record, out var number))
            return number;
        _numbers.Add(record, number = _numbers.Count + 1);
        _pending.Enqueue(record);
        return number;
    }

    private void WriteRef(object? record) => _out.Write7BitEncodedInt(record is null ? 0 : NumberOf(record));

    private void WriteObjectRef(IoObject? o) => WriteRef(o);

    private void WriteFrameRef(Frame? frame) => WriteRef(frame);

    private void WriteMessageRef(Message? message) => WriteRef(message);

    private void WriteValue(Value value)
    {
        if (value.Ref is not { } o)
        {
            _out.Write((byte)ValueTag.Number);
            _out.Write(value.Num);
        }
        else if (ReferenceEquals(o, Sentinels.LazyCall))
        {
            _out.Write((byte)ValueTag.LazyCall);
        }
        else if ((o.Flags & ObjectFlags.Sentinel) != 0)
        {
            _out.Write((byte)ValueTag.Absent);
        }
        else
        {
            _out.Write((byte)ValueTag.Object);
            WriteObjectRef(o);
        }
    }

    private void WriteValues(ReadOnlySpan<Value> values)
    {
        _out.Write7BitEncodedInt(values.Length);
        foreach (var value in values)
            WriteValue(value);
    }

    private void WriteRecord(object record)
    {
        switch (record)
        {
            case IoObject o:
                _out.Write((byte)'o');
                WriteObject(o);
                break;
            case Message message:
                _out.Write((byte)'m');
                WriteMessage(message);
                break;
            case Activation activation:
                _out.Write((byte)'a');
                WriteActivation(activation);
                break;
            default:
                _out.Write((byte)'f');
                WriteFrame((Frame)record);
                break;
        }
    }

    private void WriteObject(IoObject o)
    {
        if (_image.NameOf(o) is { } name)
        {
            _out.Write((byte)ObjectTag.Image);
            _out.Write(name);
            return;
        }
        _out.Write((byte)ObjectTag.New);
        _out.Write((int)(o.Flags & StateFormat.Flags));
        WriteSlotsAndProtos(o);
        WritePayload(o);
    }

    /// <summary>A changed image object: its slots, protos and payload as they are now.</summary>
    private void WritePatch(IoObject o)
    {
        WriteSlotsAndProtos(o);
        _out.Write((int)(o.Flags & StateFormat.PatchFlags));
        WritePayload(o);
    }

    private void WriteSlotsAndProtos(IoObject o)
    {
        _out.Write7BitEncodedInt(o.Shape.Protos.Length);
        foreach (var proto in o.Shape.Protos)
            WriteObjectRef(proto);
        _out.Write7BitEncodedInt(o.Shape.Count);
        for (var i = 0; i < o.Shape.Count; i++)
        {
            _out.Write(o.Shape.NameAt(i).Text);
            WriteValue(o.Slots[i]);
        }
    }

    private void WritePayload(IoObject o)
    {
        switch (o.Payload)
        {
            case null:
                _out.Write((byte)PayloadTag.None);
                break;
            case Seq seq:
                _out.Write((byte)PayloadTag.Seq);
                _out.Write(seq.IsMutable);
                _out.Write((byte)seq.ItemType);
                _out.Write((byte)seq.Encoding);
                _out.Write7BitEncodedInt(seq.Count);
                _out.Write(seq.Bytes);
                break;
            case ListPayload list:
                _out.Write((byte)PayloadTag.List);
                WriteValues(list.Items);
                break;
            case MapPayload map:
                _out.Write((byte)PayloadTag.Map);
                _out.Write7BitEncodedInt(map.Entries.Count);
                foreach (var (key, value) in map.Entries)
                {
                    _out.Write(key.Text);
                    WriteValue(value);
                }
                break;
            case BlockPayload block:
                _out.Write((byte)PayloadTag.Block);
                _out.Write7BitEncodedInt(block.Formals.Length);
                foreach (var formal in block.Formals)
                    _out.Write(formal.Text);
                WriteMessageRef(block.Body);
                WriteObjectRef(block.Scope);
                _out.Write(block.PassStops);
                _out.Write(block.IsOpaque);
                break;
            case MessagePayload message:
                _out.Write((byte)PayloadTag.Message);
                WriteMessageRef(message.Message);
                break;
            case CFunctionPayload function:
                _out.Write((byte)PayloadTag.CFunction);
                _out.Write(function.Builtin.Proto);
                _out.Write(function.Builtin.Name);
                break;
            case Activation activation:
                _out.Write((byte)PayloadTag.Activation);
                WriteRef(activation);
                break;
            case CallPayload call:
                _out.Write((byte)PayloadTag.Call);
                WriteRef(call.Activation);
                break;
            case CoroutinePayload coroutine:
                _out.Write((byte)PayloadTag.Coroutine);
                WriteFrameRef(coroutine.Top);
                _out.Write(coroutine.IsStarted);
                _out.Write(coroutine.IsFinished);
                _out.Write7BitEncodedInt(coroutine.Queued);
                _out.Write7BitEncodedInt(coroutine.RaisedIn.Length);
                foreach (var call in coroutine.RaisedIn)
                {
                    WriteValue(call.Target);
                    WriteMessageRef(call.Message);
                }
                break;
            case NumberPayload number:
                _out.Write((byte)PayloadTag.Number);
                _out.Write(number.Value);
                break;
            case ForwarderPayload forwarder:
                _out.Write((byte)PayloadTag.Forwarder);
                WriteValue(forwarder.Target);
                break;
            case ContinuationPayload continuation:
                _out.Write((byte)PayloadTag.Continuation);
                if (continuation.World is not null)
                    throw new StateException("cannot serialise a Continuation that was read from bytes: keep its bytes");
                WriteExtent(continuation.Extent);
                _out.Write(continuation.IsInvoked);
                break;
            case EvalFramePayload frame:
                _out.Write((byte)PayloadTag.EvalFrame);
                WriteFrameRef(frame.Frame);
                break;
            case TagPayload:
                // A clone cannot have it; only the image's nil, true and false do, as patches.
                _out.Write((byte)PayloadTag.Shared);
                break;
            case ISerializedPayload other:
                _out.Write((byte)other.Tag);
                if (!other.TryWrite(_out))
                    throw BoundToProcess(o);
                break;
            default:
                throw BoundToProcess(o);
        }
    }

    private static StateException BoundToProcess(IoObject o) => new($"cannot serialise a {o.Payload!.Kind}: it is bound to this process");

    private void WriteExtent(ExtentPart[] extent)
    {
        _out.Write7BitEncodedInt(extent.Length);
        foreach (var part in extent)
        {
            WriteObjectRef(part.Coroutine);
            WriteFrameRef(part.Top);
            WriteValue(part.Handlers);
        }
    }

    private void WriteActivation(Activation activation)
    {
        WriteObjectRef(activation.Block);
        WriteValue(activation.Self);
        _out.Write(activation.OwnTarget.HasValue);
        WriteValue(activation.OwnTarget ?? default);
        WriteMessageRef(activation.Message);
        WriteObjectRef(activation.Sender);
        WriteObjectRef(activation.SlotContext);
        WriteObjectRef(activation.Coroutine);
        WriteObjectRef(activation.CallObject);
        _out.Write7BitEncodedInt(activation.TailCalls);
        _out.Write(activation.PassStops);
        _out.Write7BitEncodedInt((int)activation.PendingStop);
    }

    private void WriteMessage(Message m)
    {
        if (_image.PlaceOf(m) is { } place)
        {
            _out.Write((byte)MessageTag.Image);
            _out.Write(place.Block);
            _out.Write7BitEncodedInt(place.Position);
            return;
        }
        var isOpaque = ReferenceEquals(m.Label, Protos.Prelude.Label);
        _out.Write((byte)(isOpaque ? MessageTag.Opaque : MessageTag.Node));
        _out.Write(m.Name.Text);
        if (!isOpaque)
            _out.Write(m.Label);
        _out.Write7BitEncodedInt(m.Line);
        _out.Write7BitEncodedInt(m.Character);
        _out.Write7BitEncodedInt(m.Arguments.Length);
        foreach (var argument in m.Arguments)
            WriteMessageRef(argument);
        WriteMessageRef(m.Next);
        _out.Write(m.Cached is not null);
        if (m.Cached is CachedValue cached)
            WriteValue(cached.Value);
        WriteObjectRef((IoObject?)m.Wrapper);
    }

    private void WriteFrame(Frame frame)
    {
        switch (frame)
        {
            case SendFrame send:
                _out.Write((byte)FrameTag.Send);
                WriteFrameRef(frame.Parent);
                WriteMessageRef(send.Message);
                WriteValue(send.Target);
                WriteObjectRef(send.Locals);
                break;
            case ArgsFrame args:
                _out.Write((byte)FrameTag.Args);
                WriteFrameRef(frame.Parent);
                WriteMessageRef(args.Message);
                WriteValue(args.Target);
                WriteObjectRef(args.Locals);
                WriteValue(args.Receiver);
                WriteObjectRef(args.Callee);
                WriteObjectRef(args.SlotContext);
                WriteValues(args.Operands);
                _out.Write(args.Index);
                _out.Write(args.IsSingle);
                break;
            case ActivationFrame activation:
                _out.Write((byte)FrameTag.Activation);
                WriteFrameRef(frame.Parent);
                WriteObjectRef(activation.Locals);
                break;
            case ControlFrame control:
                _out.Write((byte)FrameTag.Control);
                WriteFrameRef(frame.Parent);
                _out.Write(control.Primitive.Proto);
                _out.Write(control.Primitive.Name);
                WriteMessageRef(control.Message);
                WriteValue(control.Self);
                WriteObjectRef(control.Locals);
                WriteObjectRef(control.SlotContext);
                _out.Write(control.State);
                WriteValues(control.Operands);
                break;
        }
    }
}
