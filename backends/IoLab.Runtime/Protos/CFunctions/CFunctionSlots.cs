using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.CFunctions;

/// <summary>The slots of CFunction: built-ins as values.</summary>
internal static unsafe class CFunctionSlots
{
    public static readonly ProtoTable Table = new ProtoTable("CFunction")
        .Data("type", vm => vm.Text("CFunction"), "The kind's name.")
        .Eager("name", "", &AsString, "Proto and name.")
        .Eager("asString", "", &AsString, "Proto and name.")
        .Eager("asSimpleString", "", &AsString, "Proto and name.")
        .Eager("typeName", "", &TypeName, "The proto's name.")
        .Eager("uniqueName", "", &UniqueName, "The name.")
        .Eager("id", "", &Id, "A number for its identity.")
        .Eager("==", "object", &Equal, "The same built-in?")
        .Control("performOn", "target, [locals, [message: Message, [slotContext]]]", &PerformOn, "Calls it as if found in a slot of the target.")
        .Eager("profilerTime", "", &ProfilerTime, "0: built-ins are not profiled.")
        .Eager("setProfilerOn", "boolean", &Identity.Self, "Nothing: built-ins are not profiled.")
        .Eager("printProfile", "", &Identity.Self, "Nothing: built-ins are not profiled.");

    private static Builtin? Of(Value self) => self.PayloadAs<CFunctionPayload>()?.Builtin;

    private static Value AsString(Vm vm, Value self, in Args args) => vm.Text(Of(self)?.ToString() ?? "CFunction");

    private static Value TypeName(Vm vm, Value self, in Args args) => Of(self) is { } builtin ? vm.Text(builtin.Proto) : vm.Nil;

    private static Value UniqueName(Vm vm, Value self, in Args args) => Of(self) is { } builtin ? vm.Text(builtin.Name) : vm.Nil;

    private static Value Id(Vm vm, Value self, in Args args) => vm.World.IdentityNumber(self);

    private static Value Equal(Vm vm, Value self, in Args args) =>
        vm.Bool(self.IsIdenticalTo(args.Get(vm, 0)) || (Of(self) is { } builtin && ReferenceEquals(builtin, Of(args.Get(vm, 0)))));

    private static Value ProfilerTime(Vm vm, Value self, in Args args) => 0;

    // Operands: 0 target, 1 locals, 2 message, 3 slot context.
    private static Request PerformOn(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
            frame.Operands = [frame.Locals, frame.Locals, vm.Wrap(frame.Message), vm.Nil];
        else
            frame.Operands[frame.State - 1] = frame.Value;
        if (frame.State < Math.Min(4, frame.ArgCount))
            return frame.EvalArg(frame.State, frame.State + 1);
        if (frame.Operands[2].PayloadAs<MessagePayload>() is not { Message: var message })
            return Evaluation.WrongArgument(vm, frame, 2, frame.Operands[2], "Message");
        var locals = Evaluation.AsLocals(vm, frame.Operands[1]);
        var context = frame.ArgCount > 3 ? frame.Operands[3] : frame.Operands[0];
        return frame.TailActivate(frame.Self.Ref!, frame.Operands[0], message, locals, Evaluation.AsLocals(vm, context));
    }
}
