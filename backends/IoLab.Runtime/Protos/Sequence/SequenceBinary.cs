using System.Buffers.Binary;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Numbers from and to bytes: structs and single numbers; little end first.</summary>
internal static class SequenceBinary
{
    /// <summary>Reads one number of an item type.</summary>
    public static double Read(ReadOnlySpan<byte> bytes, ItemType type) => type switch
    {
        ItemType.UInt8 => bytes[0],
        ItemType.Int8 => (sbyte)bytes[0],
        ItemType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        ItemType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        ItemType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        ItemType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        ItemType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        ItemType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        ItemType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };

    /// <summary>The bytes of one number of an item type.</summary>
    public static byte[] Bytes(double number, ItemType type)
    {
        var one = new Seq(new byte[Seq.SizeOf(type)], 1, type, SeqEncoding.Number, true);
        one.Put(0, number);
        return one.Bytes.ToArray();
    }

    private static bool TryMembers(Vm vm, in Args args, out ListPayload members, out Value error)
    {
        if (!args.TryPayload(vm, 0, "List", out members, out error))
            return false;
        if (members.Count % 2 == 0)
            return true;
        error = vm.Raise("Io Assertion 'members list must be even number'", args.Message);
        return false;
    }

    /// <summary>An object with a slot for each (item type, name) of a list, read one after another. Unknown types are skipped.</summary>
    public static Value AsStruct(Vm vm, Value self, in Args args)
    {
        if (!TryMembers(vm, in args, out var members, out var error))
            return error;
        var bytes = Seqs.Of(self).Bytes;
        var made = vm.Clone(vm.World.Object);
        for (var i = 0; i < members.Count; i += 2)
        {
            if (vm.Resolve(members[i]).PayloadAs<Seq>() is not { } typeName)
                return vm.Raise("Io Assertion 'memberTypes must be strings'", args.Message);
            if (vm.Resolve(members[i + 1]).PayloadAs<Seq>() is not { } name)
                return vm.Raise("Io Assertion 'memberNames must be strings'", args.Message);
            if (!SequenceEncodings.TryType(typeName, out var type))
                continue;
            var size = Seq.SizeOf(type);
            if (bytes.Length < size)
                return vm.Raise("Io Assertion 'not enough data for struct'", args.Message);
            vm.Slots.Set(made, vm.SymbolOf(name), Read(bytes, type));
            bytes = bytes[size..];
        }
        return made;
    }

    /// <summary>The bytes of each (item type, number) of a list.</summary>
    public static Value WithStruct(Vm vm, Value self, in Args args)
    {
        if (!TryMembers(vm, in args, out var members, out var error))
            return error;
        var result = Seq.NewText();
        for (var i = 0; i < members.Count; i += 2)
        {
            if (vm.Resolve(members[i]).PayloadAs<Seq>() is not { } typeName)
                return vm.Raise("Io Assertion 'memberTypes must be strings'", args.Message);
            var value = vm.Resolve(members[i + 1]);
            if (value.Ref is not null)
                return vm.Raise("Io Assertion 'memberValues must be strings'", args.Message);
            if (SequenceEncodings.TryType(typeName, out var type))
                result.Splice(result.Count, 0, Bytes(value.Num, type));
        }
        return vm.World.NewSequence(result);
    }

    public static Value AsBinaryNumber(Vm vm, Value self, in Args args)
    {
        var bytes = Seqs.Of(self).Bytes;
        return bytes.Length >= 8
            ? Read(bytes, ItemType.Float64)
            : vm.Raise($"requested first 8 bytes, but Sequence only contains {bytes.Length} bytes", args.Message);
    }

    public static Value AsUnsignedInteger(Vm vm, Value self, in Args args) => AsInteger(vm, self, in args, ItemType.UInt8, ItemType.UInt16, ItemType.UInt32);

    public static Value AsSignedInteger(Vm vm, Value self, in Args args) => AsInteger(vm, self, in args, ItemType.Int8, ItemType.Int16, ItemType.Int32);

    private static Value AsInteger(Vm vm, Value self, in Args args, ItemType one, ItemType two, ItemType four)
    {
        var bytes = Seqs.Of(self).Bytes;
        return bytes.Length switch
        {
            1 => Read(bytes, one),
            2 => Read(bytes, two),
            4 => Read(bytes, four),
            _ => vm.Raise($"Sequence is {bytes.Length} bytes but only conversion of 1, 2, or 4 bytes is supported", args.Message),
        };
    }
}
