using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>Where locals of one shape, the one that was met last, have the locals that a body has in registers.</summary>
/// <param name="vm">The VM.</param>
/// <param name="names">The names of the registers from <see cref="Code.FirstRegister"/> on.</param>
internal sealed class LocalsLayout(Vm vm, Symbol[] names)
{
    private readonly int[] _indexes = new int[names.Length];
    private Shape? _shape;

    /// <summary>The index of the locals' updateSlot; -1: none, or who assigns must ask somebody else, too.</summary>
    public int Setter { get; private set; }

    /// <summary>The index of a register's slot; -1: there is none, or the shape may change.</summary>
    /// <param name="shape">The shape of the locals.</param>
    /// <param name="register">The register.</param>
    public int IndexOf(Shape shape, int register) => (ReferenceEquals(shape, _shape) || Learn(shape)) && (uint)(register - Code.FirstRegister) < (uint)_indexes.Length
        ? _indexes[register - Code.FirstRegister]
        : -1;

    private bool Learn(Shape shape)
    {
        if (shape.IsUnique)
            return false;
        for (var i = 0; i < names.Length; i++)
            _indexes[i] = ReferenceEquals(names[i], vm.Names.Self) ? -1 : shape.IndexOf(names[i]);
        Setter = ReferenceEquals(shape.Protos, vm.World.LocalsRoot.Protos) && shape.IndexOf(vm.Names.SetSlot) < 0 ? shape.IndexOf(vm.Names.UpdateSlot) : -1;
        _shape = shape;
        return true;
    }
}
