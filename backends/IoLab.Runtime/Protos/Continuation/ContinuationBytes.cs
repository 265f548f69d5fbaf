using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.State;

namespace IoLab.Runtime.Protos.Continuation;

/// <summary>Continuations as bytes, for other processes and machines (docs/continuations.md).</summary>
internal static class ContinuationBytes
{
    public static Value AsBytes(Vm vm, Value self, in Args args)
    {
        if (ContinuationSlots.Of(self) is not { } continuation)
            return ContinuationSlots.None(vm, args);
        try
        {
            return vm.World.NewSequence(Seq.FromBytes(continuation.World?.Bytes ?? StateWriter.Write(vm, continuation.Extent)));
        }
        catch (StateException e)
        {
            return vm.Raise($"Continuation asBytes: {e.Message}", args.Message);
        }
    }

    public static Value FromBytes(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var seq, out var error))
            return error;
        try
        {
            return ContinuationSlots.New(vm, StateReader.Read(vm, Items(seq)));
        }
        catch (StateException e)
        {
            return vm.Raise($"Continuation fromBytes: {e.Message}", args.Message);
        }
    }

    /// <summary>The items as bytes, whatever their type.</summary>
    private static byte[] Items(Seq seq) => seq.ItemSize == 1 ? seq.Bytes.ToArray() : seq.ConvertTo(ItemType.UInt8, SeqEncoding.Ascii, false).Bytes.ToArray();
}
