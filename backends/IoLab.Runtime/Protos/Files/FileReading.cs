using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using IoLab.Runtime.Protos.Object;
using static IoLab.Runtime.Protos.Files.FileAccessing;

namespace IoLab.Runtime.Protos.Files;

/// <summary>Reading files.</summary>
internal static class FileReading
{
    /// <summary>A sequence of a file's bytes: UTF-8 until somebody says otherwise.</summary>
    public static Value Bytes(Vm vm, byte[] bytes, bool isMutable = true) =>
        vm.World.NewSequence(new Seq(bytes, bytes.Length, ItemType.UInt8, SeqEncoding.Utf8, isMutable));

    /// <summary>The whole file, whatever its position; of standard input, the rest.</summary>
    public static Value Contents(Vm vm, Value self, in Args args)
    {
        var file = Of(self);
        if (!MayUse(vm, file, args.Message))
            return vm.Unwind;
        if (file.Standard == StandardStream.Input)
            return ReadToEnd(vm, self, args);
        if (file.Stream is { CanWrite: true } stream)
            HostFiles.Attempt(stream.Flush);
        return vm.Host.Files.ReadAll(file.Path) is { } bytes ? Bytes(vm, bytes) : vm.Raise($"unable to read file '{file.Path}'", args.Message);
    }

    public static Value ReadToEnd(Vm vm, Value self, in Args args)
    {
        if (Reading(vm, Of(self), args.Message) is not { } stream)
            return vm.Unwind;
        return TryRead(vm, Of(self), stream, int.MaxValue, args.Message, out var bytes) ? Bytes(vm, bytes) : vm.Unwind;
    }

    /// <summary>Reads up to <paramref name="length"/> bytes. False when an exception is being raised.</summary>
    private static bool TryRead(Vm vm, FilePayload file, Stream stream, double length, Message message, out byte[] bytes)
    {
        var kept = new MemoryStream();
        var buffer = new byte[(int)Math.Min(length, 16384)];
        var reason = HostFiles.Attempt(() =>
        {
            while (kept.Length < length && vm.Host.MayAllocate(2 * kept.Length))
            {
                var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length - kept.Length));
                if (read == 0)
                {
                    file.IsAtEnd = true;
                    break;
                }
                kept.Write(buffer, 0, read);
            }
        });
        bytes = kept.ToArray();
        if (!vm.Host.MayAllocate(2 * kept.Length))
            vm.Abort(RunEnd.MemoryLimit, $"reading {kept.Length} bytes is over the memory limit");
        else if (reason.Length == 0)
            return true;
        else
            vm.Raise($"unable to read file '{file.Path}': {reason}", message);
        return false;
    }

    /// <summary>Reads a line without its end; null at the end of the file. False when the run must end; the stop state is then set.</summary>
    private static bool TryNextLine(Vm vm, FilePayload file, Stream stream, out byte[]? bytes)
    {
        bytes = null;
        var line = new MemoryStream();
        var isTooLong = false;
        HostFiles.Attempt(() =>
        {
            while (!isTooLong)
            {
                var b = stream.ReadByte();
                file.IsAtEnd |= b < 0;
                if (b is < 0 or '\n')
                {
                    if (b < 0 && line.Length == 0)
                        line = null!;
                    return;
                }
                line.WriteByte((byte)b);
                isTooLong = !vm.Host.MayAllocate(2 * line.Length);
            }
        });
        if (isTooLong)
        {
            vm.Abort(RunEnd.MemoryLimit, "a line is over the memory limit");
            return false;
        }
        bytes = line?.ToArray();
        if (bytes is [.., (byte)'\r'])
            bytes = bytes[..^1];
        return true;
    }

    public static Value ReadLine(Vm vm, Value self, in Args args)
    {
        if (Reading(vm, Of(self), args.Message) is not { } stream)
            return vm.Unwind;
        if (!TryNextLine(vm, Of(self), stream, out var line))
            return vm.Unwind;
        return line is null ? vm.Nil : Bytes(vm, line);
    }

    /// <summary>The remaining lines. Opens the file if need be and leaves it open.</summary>
    public static Value ReadLines(Vm vm, Value self, in Args args)
    {
        var file = Of(self);
        if (!file.IsOpen && OpenAs(vm, self, "read", args.Message).Is(vm.Unwind.Ref!))
            return vm.Unwind;
        if (Reading(vm, file, args.Message) is not { } stream)
            return vm.Unwind;
        var lines = new ListPayload();
        while (TryNextLine(vm, file, stream, out var line))
        {
            if (line is null)
                return vm.World.NewList(lines);
            lines.Add(Bytes(vm, line));
        }
        return vm.Unwind;
    }

    public static Value ReadStringOfLength(Vm vm, Value self, in Args args) => ReadPiece(vm, self, args, isMutable: false);

    public static Value ReadBufferOfLength(Vm vm, Value self, in Args args) => ReadPiece(vm, self, args, isMutable: true);

    private static Value ReadPiece(Vm vm, Value self, in Args args, bool isMutable)
    {
        if (!TryReadLength(vm, self, args, 0, out var bytes, out var error))
            return error;
        return bytes.Length == 0 ? vm.Nil : Bytes(vm, bytes, isMutable);
    }

    private static bool TryReadLength(Vm vm, Value self, in Args args, int argument, out byte[] bytes, out Value error)
    {
        bytes = [];
        if (!args.TryNumber(vm, argument, out var length, out error))
            return false;
        error = vm.Unwind;
        if (!(length > -1))
        {
            vm.Raise($"IoMessage_locals_sizetArgAt_ attempt to get size_t value from negative number {Number.NumberText.Format(length)}", args.Message);
            return false;
        }
        return Reading(vm, Of(self), args.Message) is { } stream && TryRead(vm, Of(self), stream, Math.Truncate(length), args.Message, out bytes);
    }

    /// <summary>Appends what it reads to a sequence; answers how many bytes.</summary>
    public static Value ReadToBufferLength(Vm vm, Value self, in Args args)
    {
        if (!TryReadLength(vm, self, args, 1, out var bytes, out var error) || !args.TrySeq(vm, 0, out var seq, out error))
            return error;
        if (!seq.IsMutable || seq.ItemSize != 1)
            return vm.Raise($"'{args.Message.Name.Text}' cannot be called on an immutable Sequence", args.Message);
        vm.Journal.SavePayload(args.Get(vm, 0).Ref!);
        seq.Splice(seq.Count, 0, bytes);
        return bytes.Length;
    }

    // Operands: 0 index, 1 last value.
    public static Request Foreach(Vm vm, ControlFrame frame) => EachItem(vm, frame, areLines: false);

    public static Request ForeachLine(Vm vm, ControlFrame frame) => EachItem(vm, frame, areLines: true);

    private static Request EachItem(Vm vm, ControlFrame frame, bool areLines)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount < 2)
                return vm.RaiseRequest($"[File {frame.Message.Name.Text}] requires 2 arguments\n", frame.Message);
            frame.Operands = [0, vm.Nil];
        }
        else
        {
            if (!ControlFlow.EndTurn(vm, frame, 1))
                return frame.Stopped == StopKind.Break ? frame.Done(frame.Value) : Request.Unwind;
            frame.Operands[0] = frame.Operands[0].Num + 1;
        }
        var file = Of(frame.Self);
        if (Reading(vm, file, frame.Message) is not { } stream)
            return Request.Unwind;
        if (!TryNextItem(vm, file, stream, areLines, out var item))
            return Request.Unwind;
        if (item.Is(vm.World.Nil))
            return frame.Done(frame.Operands[1]);
        var arguments = frame.Message.Arguments;
        if (arguments.Length > 2)
            vm.Slots.Set(frame.Locals, arguments[0].Name, frame.Operands[0]);
        vm.Slots.Set(frame.Locals, arguments[^2].Name, item);
        return frame.EvalArg(arguments.Length - 1, 1);
    }

    /// <summary>Reads a line or byte; nil at the end. False when the run must end.</summary>
    private static bool TryNextItem(Vm vm, FilePayload file, Stream stream, bool isLine, out Value item)
    {
        item = vm.Nil;
        if (!isLine)
        {
            if (NextByte(file, stream) is >= 0 and var b)
                item = b;
            return true;
        }
        if (!TryNextLine(vm, file, stream, out var line))
            return false;
        if (line is not null)
            item = Bytes(vm, line);
        return true;
    }

    private static int NextByte(FilePayload file, Stream stream)
    {
        var b = -1;
        HostFiles.Attempt(() => b = stream.ReadByte());
        file.IsAtEnd |= b < 0;
        return b;
    }

    public static Value IsAtEnd(Vm vm, Value self, in Args args)
    {
        if (Of(self).Standard != StandardStream.Input && Opened(vm, Of(self), args.Message, toWrite: false) is null)
            return vm.Unwind;
        return vm.Bool(Of(self).IsAtEnd);
    }

    /// <summary>A byte, which also moves the position behind it.</summary>
    public static Value At(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var index, out var error))
            return error;
        if (Opened(vm, Of(self), args.Message, toWrite: false) is not { } stream || !FileWriting.Seek(vm, Of(self), stream, index, args.Message))
            return vm.Unwind;
        return NextByte(Of(self), stream) is >= 0 and var b ? b : vm.Nil;
    }
}
