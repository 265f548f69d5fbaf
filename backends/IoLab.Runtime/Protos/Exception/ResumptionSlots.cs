using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Exception;

/// <summary>What a handler gets beside the exception. Its proto has a name no program can write.</summary>
internal static unsafe class ResumptionSlots
{
    /// <summary>The proto's name.</summary>
    public const string Proto = "`Resumption";

    public static readonly ProtoTable Table = new ProtoTable(Proto)
        .Eager("invoke", "value", &Invoke, "The value: what signal answers when the handler ends with it.");

    private static Value Invoke(Vm vm, Value self, in Args args) => args.Get(vm, 0);
}
