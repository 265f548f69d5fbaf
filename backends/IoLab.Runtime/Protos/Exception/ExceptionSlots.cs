using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Exception;

/// <summary>The slots of Exception.</summary>
internal static unsafe class ExceptionSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Exception")
        .Data("type", vm => vm.Text("Exception"), "The kind's name; clones bound to a capitalised name get their own.")
        .Data("error", vm => vm.Nil, "What went wrong.")
        .Data("coroutine", vm => vm.Nil, "The coroutine it was raised in.")
        .Data("caughtMessage", vm => vm.Nil, "The message that failed, for errors of primitives.")
        .Data("nestedException", vm => vm.Nil, "The exception that led to this one.")
        .Data("originalCall", vm => vm.Nil, "The call that failed, where known.")
        .Eager("raise", "[error, [nested]]", &Raise, "Raises a clone of the receiver.")
        .Eager("raiseFrom", "call, [error, [nested]]", &RaiseFrom, "The same, with the call that failed.")
        .Control("signal", "[error, [nested]]", &Handlers.Signal, "The answer of the innermost handler for a clone of the receiver; raises it when there is none.")
        .Eager("setError", "object", &SetField, "Sets what went wrong.")
        .Eager("setCoroutine", "coroutine", &SetField, "Sets the coroutine.")
        .Eager("setCaughtMessage", "message", &SetField, "Sets the message that failed.")
        .Eager("setNestedException", "exception", &SetField, "Sets the exception that led to this one.")
        .Eager("setOriginalCall", "call", &SetField, "Sets the call that failed.")
        .Eager("showStack", "", &ShowStack, "Writes the trace; the receiver.")
        .Eager("pass", "", &Pass, "Raises the receiver again.")
        .Control("catch", "proto, action", &Catch, "Runs the action and answers nil if the receiver is a kind of proto; answers the receiver if not. The action's break, continue and return end in it; it answers the value of a break or return.", StopKind.Local);

    private static Value Raise(Vm vm, Value self, in Args args) => vm.Raise(New(vm, self, args.Get(vm, 0), args.Get(vm, 1)));

    private static Value RaiseFrom(Vm vm, Value self, in Args args)
    {
        var exception = New(vm, self, args.Get(vm, 1), args.Get(vm, 2));
        vm.Slots.Set(exception, vm.Names.OriginalCall, args.Get(vm, 0));
        return vm.Raise(exception);
    }

    private static IoObject New(Vm vm, Value proto, Value error, Value nested)
    {
        var exception = vm.Clone(proto.Ref ?? vm.World.Exception);
        vm.Slots.Set(exception, vm.Names.Error, error);
        vm.Slots.Set(exception, vm.Names.NestedException, nested);
        return exception;
    }

    /// <summary>The setter of a data slot: <c>setError</c> sets <c>error</c>.</summary>
    private static Value SetField(Vm vm, Value self, in Args args)
    {
        var name = args.Message.Name.Text;
        vm.Slots.Set(self.Ref!, vm.Symbols.Intern(char.ToLowerInvariant(name[3]) + name[4..]), args.Get(vm, 0));
        return self;
    }

    private static Value ShowStack(Vm vm, Value self, in Args args) =>
        Object.Printing.Emit(vm, Seq.FromText(BackTrace.Format(vm, self.Ref!))) ? self : vm.Unwind;

    private static Value Pass(Vm vm, Value self, in Args args) => vm.Raise(vm.Mutants.Has(Mutant.PassForgetsKind)
        ? New(vm, vm.World.Exception, Object.SlotAccess.OwnValue(vm, self, vm.Names.Error), vm.Nil)
        : self.Ref!);

    private static Request Catch(Vm vm, ControlFrame frame)
    {
        switch (frame.State)
        {
            case 0:
                return frame.ArgCount == 0 ? frame.Done(frame.Self) : frame.EvalArg(0, 1);
            case 1:
                if (frame.Value.Ref is not { } proto || !IsKind(vm, frame.Self.Ref!, proto))
                    return frame.Done(frame.Self);
                return frame.ArgCount < 2 ? frame.Done(vm.Nil) : frame.EvalArg(1, 2);
            default:
                return frame.Done(frame.Stopped is StopKind.Return or StopKind.Break ? frame.Value : vm.Nil);
        }
    }

    private static bool IsKind(Vm vm, IoObject exception, IoObject proto) => vm.Mutants.Has(Mutant.CatchExactKind)
        ? exception.Shape.Protos.Contains(proto)
        : vm.Lookup.Reaches(exception, proto);
}
