using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Error;

/// <summary>The slots of Error: a failure as a value (io-language.md 4.8).</summary>
internal static unsafe class ErrorSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Error")
        .Data("type", vm => vm.Text("Error"), "The kind's name.")
        .Data("isError", vm => vm.True, "true.")
        .Eager("with", "message", &With, "An error with a message and the place of the call.")
        .Eager("withShow", "message", &WithShow, "The same, and writes it.")
        .Control("ifError", "[name,] expression", &IfError, "Evaluates the expression, with the error under a name; the error.")
        .Eager("returnIfError", "", &ReturnIfError, "Returns the error from the enclosing activation.")
        .Eager("raiseIfError", "", &RaiseIfError, "Raises an exception whose error is the message.");

    private static Value With(Vm vm, Value self, in Args args)
    {
        var error = vm.Clone(self.Ref!);
        vm.Slots.Set(error, vm.Symbols.Intern("message"), args.Get(vm, 0));
        vm.Slots.Set(error, vm.Symbols.Intern("location"), vm.Text($"{args.Message.Label}:{args.Message.Line}"));
        return error;
    }

    private static Value WithShow(Vm vm, Value self, in Args args)
    {
        var text = Texts.Of(vm, args.Get(vm, 0), vm.Names.AsString) ?? Seq.FromText(vm.TypeName(args.Get(vm, 0)));
        return Printing.Emit(vm, "ERROR: "u8) && Printing.Emit(vm, text) && Printing.Emit(vm, "\n"u8) ? With(vm, self, args) : vm.Unwind;
    }

    private static Request IfError(Vm vm, ControlFrame frame)
    {
        if (frame.State != 0)
            return frame.Done(frame.Self);
        if (frame.ArgCount == 0)
            return vm.RaiseRequest("ifError requires at least 1 argument", frame.Message);
        if (frame.ArgCount == 1)
            return frame.EvalArg(0, 1);
        frame.SetLocal(vm, frame.Message.Arguments[0].Name, frame.Self);
        return frame.EvalArg(1, 1);
    }

    private static Value ReturnIfError(Vm vm, Value self, in Args args) => vm.StopWith(StopKind.Return, self);

    private static Value RaiseIfError(Vm vm, Value self, in Args args)
    {
        var exception = vm.Clone(vm.World.Exception);
        vm.Slots.Set(exception, vm.Names.Error, vm.TryGetSlot(self, vm.Symbols.Intern("message"), out var message) ? message : vm.Nil);
        return vm.Raise(exception);
    }
}
