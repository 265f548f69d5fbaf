using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.EvalFrames;

namespace IoLab.Runtime.Protos.Continuation;

/// <summary>
/// Continuations as Maps (docs/continuations.md): <c>coroutines</c> is a List, innermost first, of Maps with <c>coroutine</c>, <c>handlerStack</c> and
/// <c>frames</c>, a List of Maps, newest first. Objects in them are the very objects, not copies.
/// </summary>
internal static class ContinuationMaps
{
    public static Value AsMap(Vm vm, Value self, in Args args)
    {
        if (ContinuationSlots.Of(self) is not { } continuation)
            return ContinuationSlots.None(vm, args);
        var coroutines = new ListPayload();
        foreach (var part in continuation.Extent)
        {
            var frames = new ListPayload();
            for (var frame = part.Top; frame is not null; frame = frame.Parent)
                frames.Add(FrameMaps.Write(vm, frame));
            coroutines.Add(NewMap(vm, ("coroutine", part.Coroutine), ("handlerStack", part.Handlers), ("frames", vm.World.NewList(frames))));
        }
        return NewMap(vm, ("isInvoked", vm.Bool(continuation.IsInvoked)), ("coroutines", vm.World.NewList(coroutines)));
    }

    /// <summary>A Map of some keys.</summary>
    public static Value NewMap(Vm vm, params ReadOnlySpan<(string Key, Value Value)> entries)
    {
        var map = new MapPayload();
        foreach (var (key, value) in entries)
            map.Entries[vm.Symbols.Intern(key)] = value;
        return vm.World.NewMap(map);
    }

    public static Value FromMap(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<MapPayload>(vm, 0, "Map", out var map, out var error))
            return error;
        try
        {
            var coroutines = FieldReader.List(new FieldReader(vm, map, "the map").Get("coroutines"), "coroutines");
            var extent = new ExtentPart[coroutines.Count];
            for (var i = 0; i < extent.Length; i++)
                extent[i] = ReadPart(vm, new FieldReader(vm, coroutines[i].PayloadAs<MapPayload>(), $"item {i} of coroutines"));
            if (extent.Length == 0)
                throw new FieldException("'coroutines' is empty");
            return ContinuationSlots.New(vm, new ContinuationPayload { Extent = extent });
        }
        catch (FieldException e)
        {
            return vm.Raise($"Continuation fromMap: {e.Message}", args.Message);
        }
    }

    private static ExtentPart ReadPart(Vm vm, FieldReader part)
    {
        if (part.Get("coroutine").Ref is not { Payload: CoroutinePayload } coroutine)
            throw new FieldException("'coroutine' must be a Coroutine");
        var frames = FieldReader.List(part.Get("frames"), "frames");
        Frame? top = null;
        for (var i = frames.Count - 1; i >= 0; i--)
        {
            var frame = FrameMaps.Read(vm, new FieldReader(vm, frames[i].PayloadAs<MapPayload>(), $"item {i} of frames"));
            frame.Parent = top;
            frame.Depth = top is null ? 1 : top.Depth + 1;
            top = frame;
        }
        return new ExtentPart(coroutine, top, part.Get("handlerStack"));
    }
}
