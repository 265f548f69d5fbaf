using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.WeakLink;

/// <summary>The slots of WeakLink: a reference that does not keep its object alive (io-language.md 5.18).</summary>
internal static unsafe class WeakLinkSlots
{
    public static readonly ProtoTable Table = new ProtoTable("WeakLink", Kind.WeakLink)
        .Payload(_ => new WeakLinkPayload())
        .Eager("setLink", "object", &SetLink, "Changes the link.")
        .Eager("link", "", &Link, "The object, or nil when it is gone.");

    private static WeakLinkPayload Of(Value self) => (WeakLinkPayload)self.Ref!.Payload!;

    private static Value SetLink(Vm vm, Value self, in Args args)
    {
        vm.Journal.SavePayload(self.Ref!);
        Of(self).Set(args.Get(vm, 0));
        return self;
    }

    private static Value Link(Vm vm, Value self, in Args args) => Of(self).Get(vm);
}
