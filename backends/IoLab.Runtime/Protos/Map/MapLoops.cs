using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.List;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Map;

/// <summary>
/// Loops over entries. Names are set in the sender. All work on the keys there were at the beginning; <c>break</c> ends the loop with the
/// result so far, <c>continue</c> skips the entry, <c>return</c> goes through to the sender.
/// </summary>
internal static class MapLoops
{
    // Operands of all: 0 keys, 1 index, 2 result or last turn's value.

    public static Request Foreach(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount < 2)
                return vm.RaiseRequest("[Map foreach] requires 2 arguments\n", frame.Message);
            Begin(vm, frame, vm.Nil);
        }
        else if (!EndTurn(vm, frame, 2))
        {
            return frame.Stopped == StopKind.Break ? frame.Done(frame.Value) : Request.Unwind;
        }
        return Next(vm, frame, twoNames: frame.ArgCount > 2, oneIsKey: false, out var request) ? request : frame.Done(frame.Operands[2]);
    }

    private static void Begin(Vm vm, ControlFrame frame, Value result) =>
        frame.Operands = [MapAccess.Keys(vm, frame.Self, default), -1, result];

    private static bool EndTurn(Vm vm, ControlFrame frame, int last) => ControlFlow.EndTurn(vm, frame, last);

    /// <summary>Sets the names for the next entry that is still there and evaluates the last argument. False when there is none.</summary>
    private static bool Next(Vm vm, ControlFrame frame, bool twoNames, bool oneIsKey, out Request request)
    {
        var keys = Lists.Of(vm, frame.Operands[0]);
        var entries = Maps.Of(vm, frame.Self);
        var arguments = frame.Message.Arguments;
        request = Request.Done;
        while (true)
        {
            var index = (int)frame.Operands[1].Num + 1;
            frame.Operands[1] = index;
            if (index >= keys.Count)
                return false;
            if (keys[index].PayloadAs<Seq>() is not { } key || !entries.TryGetValue(vm.SymbolOf(key), out var value))
                continue;
            if (twoNames)
            {
                frame.SetLocal(vm, arguments[0].Name, keys[index]);
                frame.SetLocal(vm, arguments[1].Name, value);
                request = frame.EvalArg(2, 1);
                return true;
            }
            frame.SetLocal(vm, arguments[0].Name, oneIsKey ? keys[index] : value);
            request = frame.EvalArg(1, 1);
            return true;
        }
    }

    public static Request Map(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount < 3)
                return vm.RaiseRequest("missing argument", frame.Message);
            Begin(vm, frame, vm.World.NewList(new ListPayload()));
        }
        else if (frame.Stopped == StopKind.Break)
        {
            return frame.Done(frame.Operands[2]);
        }
        else
        {
            if (frame.Stopped == StopKind.None)
                Lists.Of(vm, frame.Operands[2]).Add(frame.Value);
            if (!Turn(vm, frame))
                return Request.Unwind;
        }
        return Next(vm, frame, twoNames: true, oneIsKey: true, out var request) ? request : frame.Done(frame.Operands[2]);
    }

    private static bool Turn(Vm vm, ControlFrame frame)
    {
        frame.Stopped = StopKind.None;
        return vm.BackEdge();
    }

    public static Request Select(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount < 2)
                return vm.RaiseRequest("missing argument", frame.Message);
            Begin(vm, frame, vm.World.NewMap(new MapPayload()));
        }
        else
        {
            if (Judge(vm, frame, out var isFound) is { } ask)
                return ask;
            if (frame.Stopped == StopKind.Break)
                return frame.Done(frame.Operands[2]);
            if (isFound && TryEntry(vm, frame, out var key, out var value))
                Maps.PayloadOf(vm, frame.Operands[2]).Put(vm.SymbolOf(key.PayloadAs<Seq>()!), value);
            if (!Turn(vm, frame))
                return Request.Unwind;
        }
        return Next(vm, frame, frame.ArgCount > 2, oneIsKey: true, out var request) ? request : frame.Done(frame.Operands[2]);
    }

    public static Request Detect(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            if (frame.ArgCount < 2)
                return vm.RaiseRequest("missing argument", frame.Message);
            Begin(vm, frame, vm.Nil);
            if (Lists.Of(vm, frame.Operands[0]).Count == 0)
                return frame.Done(vm.Nil);
        }
        else
        {
            if (Judge(vm, frame, out var isFound) is { } ask)
                return ask;
            if (frame.Stopped == StopKind.Break)
                return frame.Done(frame.Value);
            if (isFound && TryEntry(vm, frame, out var key, out var value))
                return frame.Done(vm.World.NewList([key, value]));
            if (!Turn(vm, frame))
                return Request.Unwind;
        }
        return Next(vm, frame, frame.ArgCount > 2, oneIsKey: true, out var request) ? request : frame.Done(vm.False);
    }

    /// <summary>Judges the body's value; a request when it has to be asked first (state 2 then).</summary>
    private static Request? Judge(Vm vm, ControlFrame frame, out bool isTrue)
    {
        isTrue = false;
        if (frame.Stopped != StopKind.None)
            return null;
        if (frame.State == 2)
        {
            isTrue = ControlFlow.Judge(vm, frame.Value);
            return null;
        }
        if (ControlFlow.Truth(vm, frame.Value) is not { } truth)
            return frame.Perform(vm.Names.Ask(vm.Names.AsBoolean), frame.Value, frame.Locals, 2);
        isTrue = truth;
        return null;
    }

    private static bool TryEntry(Vm vm, ControlFrame frame, out Value key, out Value value)
    {
        key = Lists.Of(vm, frame.Operands[0])[(int)frame.Operands[1].Num];
        value = default;
        return key.PayloadAs<Seq>() is { } name && Maps.Of(vm, frame.Self).TryGetValue(vm.SymbolOf(name), out value);
    }
}
