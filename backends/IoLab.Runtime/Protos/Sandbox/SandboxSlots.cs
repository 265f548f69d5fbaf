using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sandbox;

/// <summary>The slots of Sandbox (io-language.md 5.18).</summary>
internal static unsafe class SandboxSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Sandbox", Kind.Sandbox)
        .Payload(_ => new SandboxPayload())
        .Eager("doSandboxString", "text: Sequence", &DoSandboxString, "Evaluates text in a fresh world; a Number, a Sequence, or nil.")
        .Eager("messageCount", "", &MessageCount, "How many messages it may send; 0 for any.")
        .Eager("setMessageCount", "n: Number", &SetMessageCount, "Limits the messages.")
        .Eager("timeLimit", "", &TimeLimit, "How many seconds it may take; 0 for any.")
        .Eager("setTimeLimit", "seconds: Number", &SetTimeLimit, "Limits the time.")
        .Prelude("printCallback", "text", "Writes text.");

    private static SandboxPayload Of(Value self) => (SandboxPayload)self.Ref!.Payload!;

    private static Value DoSandboxString(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out var text, out var error))
            return error;
        if (vm.MachineFactory is not { } factory)
            return vm.Raise("a Sandbox cannot be used inside a Sandbox", args.Message);
        return SandboxRun.TryRun(vm, factory, Of(self), text.ToText(), out var result) ? result : vm.Unwind;
    }

    private static Value MessageCount(Vm vm, Value self, in Args args) => Of(self).MessageCount;

    private static Value TimeLimit(Vm vm, Value self, in Args args) => Of(self).TimeLimit;

    private static Value SetMessageCount(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var n, out var error))
            return error;
        vm.Journal.SavePayload(self.Ref!);
        Of(self).MessageCount = n;
        return self;
    }

    private static Value SetTimeLimit(Vm vm, Value self, in Args args)
    {
        if (!args.TryNumber(vm, 0, out var n, out var error))
            return error;
        vm.Journal.SavePayload(self.Ref!);
        Of(self).TimeLimit = n;
        return self;
    }
}
