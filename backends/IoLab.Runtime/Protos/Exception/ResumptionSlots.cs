using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Exception;

/// <summary>What a handler gets beside the exception. Its proto has a name no program can write.</summary>
internal static unsafe class ResumptionSlots
{
    /// <summary>The proto's name.</summary>
    public const string Proto = "`Resumption";

    /// <summary>The slot that says that the handler has declined.</summary>
    public const string Declined = "`declined";

    public static readonly ProtoTable Table = new ProtoTable(Proto)
        .Eager("invoke", "value", &Invoke, "The value: what signal answers when the handler ends with it.")
        .Eager("decline", "", &Decline, "Leaves the exception to the next handler outside, whatever this one ends with; nil.");

    private static Value Invoke(Vm vm, Value self, in Args args) => args.Get(vm, 0);

    private static Value Decline(Vm vm, Value self, in Args args)
    {
        vm.Slots.Set(self.Ref!, vm.Symbols.Intern(Declined), vm.True);
        return vm.Nil;
    }
}
