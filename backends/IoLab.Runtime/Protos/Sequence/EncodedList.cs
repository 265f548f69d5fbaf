using System.Buffers.Binary;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>
/// Lists of nil, numbers and sequences read from bytes. Each item: kind (0 nil, 1 number, 2 sequence), encoding, item type; then a float of four
/// bytes, or a count of four bytes and the items' bytes.
/// </summary>
internal static class EncodedList
{
    public static Value AsDecodedList(Vm vm, Value self, in Args args)
    {
        var list = new ListPayload();
        return TryDecode(vm, Seqs.Of(self).Bytes, list, in args, out var answer) ? vm.World.NewList(list) : answer;
    }

    /// <summary>Reads all items. False with nil as answer when bytes are missing, or with an error when they are no list.</summary>
    public static bool TryDecode(Vm vm, ReadOnlySpan<byte> bytes, ListPayload list, in Args args, out Value answer)
    {
        answer = vm.Nil;
        while (bytes.Length > 0)
        {
            var kind = bytes[0];
            if (kind > 2 || (bytes.Length > 2 && (bytes[1] > (byte)SeqEncoding.Number || bytes[2] > (byte)ItemType.Float64)))
            {
                answer = vm.Raise("Io Assertion 'unrecognized encoded type'", args.Message);
                return false;
            }
            if (bytes.Length < 3 || (kind != 0 && bytes.Length < 7))
                return false;
            var (encoding, type) = ((SeqEncoding)bytes[1], (ItemType)bytes[2]);
            bytes = bytes[3..];
            if (kind == 0)
                list.Add(vm.Nil);
            else if (kind == 1)
            {
                list.Add(SequenceBinary.Read(bytes, ItemType.Float32));
                bytes = bytes[4..];
            }
            else
            {
                var count = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
                var length = (long)count * Seq.SizeOf(type);
                if (length > bytes.Length - 4)
                    return false;
                list.Add(vm.World.NewSequence(new Seq(bytes.Slice(4, (int)length).ToArray(), (int)count, type, encoding, true)));
                bytes = bytes[(4 + (int)length)..];
            }
        }
        return true;
    }
}
