using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Runtime.Control;

/// <summary>One coroutine of a dynamic extent.</summary>
/// <param name="Coroutine">The coroutine.</param>
/// <param name="Top">Its newest frame.</param>
/// <param name="Handlers">Its handlers, as its slot <c>handlerStack</c> tells.</param>
public readonly record struct ExtentPart(IoObject Coroutine, Frame? Top, Value Handlers);

/// <summary>
/// The dynamic extent of a computation: its coroutine, the coroutine that waits for it in a <c>try</c>, and so on. To a program they are one
/// thread of control: continuations hold all of it, restarts are looked for in all of it.
/// </summary>
public static class Extent
{
    private static Builtin Try { get; } = Builtins.Find("Object", "try");

    /// <summary>The extent of the running coroutine, innermost first. All host frames must be portable (<see cref="ControlFrame.Capture"/>).</summary>
    /// <param name="vm">The world.</param>
    /// <param name="top">The newest frame that counts.</param>
    public static ExtentPart[] Running(Vm vm, Frame? top)
    {
        var parts = new List<ExtentPart>();
        for (var coroutine = vm.Coroutines.Current; coroutine is not null;)
        {
            parts.Add(new ExtentPart(coroutine, top, vm.Coroutines.HandlersOf(coroutine)));
            coroutine = Awaiting(vm, coroutine);
            top = (coroutine?.Payload as CoroutinePayload)?.Top;
        }
        return [.. parts];
    }

    /// <summary>Does a suspended coroutine wait for the body of a <c>try</c>?</summary>
    public static bool IsInTry(Vm vm, IoObject coroutine) =>
        vm.Machine.IsInTry(coroutine) || (((CoroutinePayload)coroutine.Payload!).Top is ControlFrame { Primitive: var primitive } && ReferenceEquals(primitive, Try));

    /// <summary>The coroutine that waits in a <c>try</c> for this one, or null.</summary>
    private static IoObject? Awaiting(Vm vm, IoObject coroutine) =>
        vm.TryGetSlot(coroutine, vm.Names.ParentCoroutine, out var parent)
        && parent.Ref is { Payload: CoroutinePayload { Top: ControlFrame waiting } } o
        && ReferenceEquals(waiting.Primitive, Try) && waiting.Operands.Length > 0 && waiting.Operands[0].Is(coroutine)
            ? o
            : null;

    /// <summary>All frames, newest first.</summary>
    public static IEnumerable<Frame> Frames(IEnumerable<ExtentPart> extent)
    {
        foreach (var part in extent)
        {
            for (var frame = part.Top; frame is not null; frame = frame.Parent)
                yield return frame;
        }
    }

    /// <summary>Ends the coroutines of <paramref name="running"/> that are not part of <paramref name="kept"/>: control leaves them for good.</summary>
    public static void Leave(Vm vm, ReadOnlySpan<ExtentPart> running, ReadOnlySpan<ExtentPart> kept)
    {
        foreach (var part in running)
        {
            if (!Contains(kept, part.Coroutine))
                vm.Coroutines.Abandon(part.Coroutine);
        }
    }

    private static bool Contains(ReadOnlySpan<ExtentPart> parts, IoObject coroutine)
    {
        foreach (var part in parts)
        {
            if (ReferenceEquals(part.Coroutine, coroutine))
                return true;
        }
        return false;
    }

    /// <summary>Puts every part's coroutine where it was; the first part's frames are for the caller to reinstate.</summary>
    public static void Reenter(Vm vm, ReadOnlySpan<ExtentPart> extent)
    {
        foreach (var part in extent)
        {
            vm.Coroutines.Revive(part.Coroutine);
            vm.Coroutines.SetHandlers(part.Coroutine, part.Handlers);
            Share(part.Top);
            ((CoroutinePayload)part.Coroutine.Payload!).Top = part.Top;
        }
    }

    /// <summary>Notes that somebody else holds these frames.</summary>
    public static void Share(Frame? top)
    {
        if (top is not null)
            top.IsShared = true;
    }
}
