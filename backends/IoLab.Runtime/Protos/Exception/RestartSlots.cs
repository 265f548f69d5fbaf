using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Exception;

/// <summary>The slots of Restart.</summary>
internal static unsafe class RestartSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Restart")
        .Data("type", vm => vm.Text("Restart"), "The kind's name.")
        .Data("name", vm => vm.Nil, "What invokeRestart calls it.")
        .Data("description", vm => vm.Nil, "What it does, for people who are asked to choose; or nil.")
        .Data("action", vm => vm.Nil, "The block that runs in place of the body of withRestarts.")
        .Eager("with", "name: Sequence, [description: Sequence]", &With, "A restart to be given to withRestarts in place of a name.")
        .Control("invoke", "...", &Restarts.InvokeSelf, "Leaves the body of its withRestarts and answers there what its block makes of the arguments.")
        .Control("isActive", "", &Restarts.IsActive, "Is the body of its withRestarts being evaluated?");

    private static Value With(Vm vm, Value self, in Args args)
    {
        if (!args.TrySeq(vm, 0, out _, out var error))
            return error;
        var restart = vm.Clone(self.Ref!);
        vm.Slots.Set(restart, vm.Symbols.Intern("name"), args.Get(vm, 0));
        vm.Slots.Set(restart, vm.Symbols.Intern("description"), args.Get(vm, 1));
        return restart;
    }

    /// <summary>Is it a clone of Restart?</summary>
    public static bool IsRestart(Vm vm, Value value) =>
        value.Ref is { } o && !ReferenceEquals(o, vm.World.Proto("Restart")) && vm.Lookup.Ancestors(o).Contains(vm.World.Proto("Restart"));

    /// <summary>The restart of one evaluation of <c>withRestarts</c>.</summary>
    /// <param name="vm">The world.</param>
    /// <param name="named">A name, or a restart to clone.</param>
    /// <param name="action">What it does.</param>
    public static IoObject New(Vm vm, Value named, Value action)
    {
        var isName = named.PayloadAs<Seq>() is not null;
        var restart = vm.Clone(isName ? vm.World.Proto("Restart") : named.Ref!);
        if (isName)
            vm.Slots.Set(restart, vm.Symbols.Intern("name"), named);
        vm.Slots.Set(restart, vm.Symbols.Intern("action"), action);
        return restart;
    }

    /// <summary>The name of a restart, or the name itself.</summary>
    public static string NameOf(Vm vm, Value restart)
    {
        if (restart.PayloadAs<Seq>() is { } name)
            return name.ToText();
        return vm.TryGetSlot(restart, vm.Symbols.Intern("name"), out var slot) && slot.PayloadAs<Seq>() is { } text ? text.ToText() : "";
    }
}
