using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.StopStatus;

/// <summary>The objects that stand for how an evaluation ended (io-language.md 3.7): what <c>stopStatus</c> answers.</summary>
internal static unsafe class StopStatusSlots
{
    public static readonly ProtoTable Normal = Named("Normal", StopKind.None)
        .Eager("return", "[value]", &Object.ControlFlow.Return, "Returns from the enclosing activation.");

    public static readonly ProtoTable Break = Named("Break", StopKind.Break);

    public static readonly ProtoTable Continue = Named("Continue", StopKind.Continue);

    public static readonly ProtoTable Return = Named("Return", StopKind.Return)
        .Prelude("return", "[value]", "Returns from the enclosing activation and from its sender.");

    public static readonly ProtoTable Eol = Named("Eol", StopKind.None);

    private static ProtoTable Named(string name, StopKind kind) => new ProtoTable(name)
        .Data("type", vm => vm.Text(name), "Its name.")
        .Data("isBreak", vm => vm.Bool(kind == StopKind.Break), "Is it Break?")
        .Data("isContinue", vm => vm.Bool(kind == StopKind.Continue), "Is it Continue?")
        .Data("isReturn", vm => vm.Bool(kind == StopKind.Return), "Is it Return?")
        .Data("stopLooping", vm => vm.Bool(kind is StopKind.Break or StopKind.Return), "Does it end a loop?");

    /// <summary>The stop kind an object stands for; None for Normal; null for anything else.</summary>
    public static StopKind? KindOf(Vm vm, Value status)
    {
        if (status.Is(vm.World.Proto("Normal")))
            return StopKind.None;
        if (status.Is(vm.World.Proto("Break")))
            return StopKind.Break;
        if (status.Is(vm.World.Proto("Continue")))
            return StopKind.Continue;
        return status.Is(vm.World.Proto("Return")) ? StopKind.Return : null;
    }

    /// <summary>The object that stands for a stop kind.</summary>
    public static IoObject ObjectOf(Vm vm, StopKind kind) => vm.World.Proto(kind switch
    {
        StopKind.Break => "Break",
        StopKind.Continue => "Continue",
        StopKind.Return => "Return",
        _ => "Normal",
    });
}
