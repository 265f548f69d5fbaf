using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.List;

/// <summary>
/// A stable bottom-up merge sort that stops at every comparison, for orders only program code knows: its state is in a control frame's
/// operands, so a comparison may suspend. Operands: 0 source, 1 target, 2 width of runs, 3 start of the left run, 4 next on the left, 5 next
/// on the right; the primitive's own follow from <see cref="Own"/>.
/// </summary>
internal static class MergeSort
{
    /// <summary>The first operand of the primitive itself.</summary>
    public const int Own = 6;

    /// <summary>Begins to sort a copy of these items.</summary>
    public static void Begin(Vm vm, ControlFrame frame, ReadOnlySpan<Value> items, Value own)
    {
        var target = vm.World.NewList(new ListPayload(items.Length));
        frame.Operands = [vm.World.NewList(items), target, 1, 0, 0, Math.Min(1, items.Length), own];
    }

    /// <summary>The sorted items, when <see cref="Next"/> has answered false.</summary>
    public static ListPayload Sorted(Vm vm, ControlFrame frame) => Lists.Of(vm, frame.Operands[0]);

    /// <summary>Goes on to the next comparison. False when all is sorted.</summary>
    /// <param name="vm">The world.</param>
    /// <param name="frame">The primitive.</param>
    /// <param name="rightIsFirst">Whether the right item of the last comparison comes before the left; null at the beginning.</param>
    /// <param name="left">The left item to compare.</param>
    /// <param name="right">The right item to compare.</param>
    public static bool Next(Vm vm, ControlFrame frame, bool? rightIsFirst, out Value left, out Value right)
    {
        var o = frame.Operands;
        var source = Lists.Of(vm, o[0]);
        var target = Lists.Of(vm, o[1]);
        var width = (long)o[2].Num;
        var start = (int)o[3].Num;
        var i = (int)o[4].Num;
        var j = (int)o[5].Num;
        var count = source.Count;
        if (rightIsFirst is { } fromRight)
            target.Add(fromRight ? source[j++] : source[i++]);
        while (width < count)
        {
            var middle = (int)Math.Min(start + width, count);
            var end = (int)Math.Min(start + 2 * width, count);
            if (i < middle && j < end)
            {
                (left, right) = (source[i], source[j]);
                (o[2], o[3], o[4], o[5]) = (width, start, i, j);
                return true;
            }
            while (i < middle)
                target.Add(source[i++]);
            while (j < end)
                target.Add(source[j++]);
            start = end;
            if (start >= count)
            {
                (source, target) = (target, source);
                (o[0], o[1]) = (o[1], o[0]);
                target.Resize(0, vm.Nil);
                width *= 2;
                start = 0;
            }
            i = start;
            j = (int)Math.Min(start + width, count);
        }
        left = right = vm.Nil;
        return false;
    }
}
