using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>The slots of Sequence (io-language.md 5.3).</summary>
internal static unsafe class SequenceSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Sequence", Kind.Sequence)
        .Eager("asString", "", &AsString, "The receiver, immutable.")
        .Eager("`writeRaw", "", &WriteRaw, "Writes the text to standard output.")
        .Eager("`join", "other: Sequence", &Join, "Both, joined.")
        .Eager("size", "", &Size, "How many items.");

    private static Value AsString(Vm vm, Value self, in Args args) =>
        ((Seq)self.Ref!.Payload!).IsMutable ? vm.World.NewSequence(((Seq)self.Ref!.Payload!).CopyAs(false)) : self;

    private static Value WriteRaw(Vm vm, Value self, in Args args) => Object.Printing.Emit(vm, (Seq)self.Ref!.Payload!) ? self : vm.Unwind;

    private static Value Join(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var other, out var error) ? Object.Printing.Join(vm, (Seq)self.Ref!.Payload!, other) : error;

    private static Value Size(Vm vm, Value self, in Args args) => ((Seq)self.Ref!.Payload!).Count;
}
