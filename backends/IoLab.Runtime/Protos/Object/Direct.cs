using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Object;

/// <summary>Calls from control primitives to eager built-ins without a frame: what makes <c>reduce(+)</c> and <c>max</c> loops in C#.</summary>
internal static unsafe class Direct
{
    /// <summary>Calls the slot <paramref name="message"/> names if it is an eager primitive.</summary>
    /// <param name="vm">The world.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message; its arguments are not looked at.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="result">Its value, or <see cref="Vm.Unwind"/> when it raised.</param>
    /// <returns>False when the message must be performed by the machine, as those must that stop a loop or an activation.</returns>
    public static bool TryCall(Vm vm, Value receiver, Message message, Value argument, out Value result)
    {
        receiver = vm.Resolve(receiver);
        result = default;
        if (!vm.Lookup.TryFind(vm.LookupStart(receiver), message.Name, out var found)
            || found.Raw.Ref is not { Payload: CFunctionPayload { Builtin: var builtin } } slot
            || (slot.Flags & ObjectFlags.Activatable) == 0
            || builtin.Eager is null
            || (builtin.Receiver is { } kind && kind != (receiver.Ref?.Kind ?? Kind.Number)))
        {
            return false;
        }
        Span<Value> values = [argument];
        result = builtin.Eager(vm, receiver, new Args(values, message));
        if ((vm.Stop & StopKind.Local) != 0)
        {
            // Who may consume the stop is the machine's knowledge: it performs the message once more.
            vm.Stop = StopKind.None;
            return false;
        }
        if (vm.RedirectTo is null)
            return true;
        vm.RedirectTo = null;
        return false;
    }
}
