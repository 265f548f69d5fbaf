using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Vector, ImmutableSequence (also named String) and <c>vector(...)</c> (io-language.md 5.4).</summary>
internal static unsafe class VectorSlots
{
    public static readonly ProtoTable Vector = new ProtoTable("Vector", Kind.Sequence)
        .Data("type", vm => vm.Text("Vector"), "The proto's name.");

    public static readonly ProtoTable Immutable = new ProtoTable("ImmutableSequence", Kind.Sequence)
        .Data("type", vm => vm.Text("ImmutableSequence"), "The proto's name.");

    public static readonly ProtoTable Core = new ProtoTable("Core")
        .Data("String", vm => vm.World.ImmutableSequence, "ImmutableSequence.")
        .Eager("vector", "number: Number, ...", &MakeVector, "A vector of numbers.");

    private static Value MakeVector(Vm vm, Value self, in Args args)
    {
        var vector = vm.Clone(vm.World.Vector);
        var seq = (Seq)vector.Payload!;
        seq.Reserve(args.Count);
        for (var i = 0; i < args.Count; i++)
        {
            if (!args.TryNumber(vm, i, out var number, out var error))
            {
                // Items are appended one by one: each is the first argument.
                vm.Raise($"argument 0 to method 'append' must be a Number, not a '{vm.TypeName(args.Get(vm, i))}'", args.Message);
                return vm.Unwind;
            }
            seq.Add(number);
        }
        return vector;
    }
}
