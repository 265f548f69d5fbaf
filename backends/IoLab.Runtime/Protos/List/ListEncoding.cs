using System.Buffers.Binary;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.List;

/// <summary>
/// Lists of numbers, sequences and nils as bytes. An item is three bytes (0 nil, 1 number, 2 sequence; encoding; item type), then a number's
/// bytes, or a sequence's size in items (32 bits, little endian) and its bytes.
/// </summary>
internal static class ListEncoding
{
    private const int HeaderSize = 3;

    public static Value AsEncodedList(Vm vm, Value self, in Args args)
    {
        var bytes = new List<byte>();
        foreach (var item in Lists.Of(vm, self).Items)
        {
            var value = vm.Resolve(item);
            if (value.Ref is null)
                AddNumber(bytes, value.Num);
            else if (value.Ref.Payload is Seq seq)
                AddSequence(bytes, seq);
            else if (value.Is(vm.World.Nil))
                bytes.AddRange([0, 0, 0]);
            else
                return vm.Raise("Io Assertion 'referenceIdForObject() must return a Number'", args.Message);
            if (!vm.Host.MayAllocate(bytes.Count))
                return vm.Abort(Host.RunEnd.MemoryLimit, "an encoded list is over the memory limit");
        }
        return vm.World.NewSequence(new Seq([.. bytes], bytes.Count, ItemType.UInt8, SeqEncoding.Ascii, true));
    }

    private static void AddNumber(List<byte> bytes, double number)
    {
        var isSingle = (double)(float)number == number;
        bytes.AddRange([1, (byte)SeqEncoding.Number, (byte)(isSingle ? ItemType.Float32 : ItemType.Float64)]);
        Span<byte> raw = stackalloc byte[sizeof(double)];
        if (isSingle)
            BinaryPrimitives.WriteSingleLittleEndian(raw, (float)number);
        else
            BinaryPrimitives.WriteDoubleLittleEndian(raw, number);
        bytes.AddRange(raw[..(isSingle ? sizeof(float) : sizeof(double))]);
    }

    private static void AddSequence(List<byte> bytes, Seq seq)
    {
        bytes.AddRange([2, (byte)seq.Encoding, (byte)seq.ItemType]);
        Span<byte> size = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(size, seq.Count);
        bytes.AddRange(size);
        bytes.AddRange(seq.Bytes);
    }

    public static Value FromEncodedList(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var seq, out var error))
            return error;
        var list = new ListPayload();
        var rest = seq.Bytes;
        while (!rest.IsEmpty)
        {
            if (!TryItem(vm, ref rest, out var item))
                return vm.Raise("Io Assertion 'unrecognized encoded type'", args.Message);
            list.Add(item);
        }
        return vm.World.NewList(list);
    }

    private static bool TryItem(Vm vm, ref ReadOnlySpan<byte> rest, out Value item)
    {
        item = vm.Nil;
        if (rest.Length < HeaderSize || rest[1] > (byte)SeqEncoding.Number || rest[2] > (byte)ItemType.Float64)
            return false;
        var (tag, encoding, type) = (rest[0], (SeqEncoding)rest[1], (ItemType)rest[2]);
        rest = rest[HeaderSize..];
        switch (tag)
        {
            case 0:
                return true;
            case 1:
                return TryNumber(ref rest, type, out item);
            case 2 when rest.Length >= sizeof(int):
                var count = BinaryPrimitives.ReadInt32LittleEndian(rest);
                var size = (long)count * Seq.SizeOf(type);
                rest = rest[sizeof(int)..];
                if (count < 0 || size > rest.Length)
                    return false;
                item = vm.World.NewSequence(new Seq(rest[..(int)size].ToArray(), count, type, encoding, false));
                rest = rest[(int)size..];
                return true;
            default:
                return false;
        }
    }

    private static bool TryNumber(ref ReadOnlySpan<byte> rest, ItemType type, out Value number)
    {
        number = 0;
        var size = Seq.SizeOf(type);
        if (type is not (ItemType.Float32 or ItemType.Float64) || rest.Length < size)
            return false;
        number = type == ItemType.Float32 ? BinaryPrimitives.ReadSingleLittleEndian(rest) : BinaryPrimitives.ReadDoubleLittleEndian(rest);
        rest = rest[size..];
        return true;
    }
}
