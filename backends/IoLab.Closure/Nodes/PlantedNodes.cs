using System.Runtime.CompilerServices;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Closure.Nodes;

/// <summary>What <c>Mutant.FlooredRemainder</c> compiles <c>%</c> to.</summary>
internal readonly struct FlooredRemainder : IArithmetic
{
    public static double Apply(double a, double b) => a - b * Math.Floor(a / b);
}

/// <summary>What <c>Mutant.SharedListLiteral</c> compiles a list of literals to.</summary>
internal sealed class SharedListNode<T>(Message message, Node? receiver, Node[] arguments, Place place)
    : FusedNode<T>(message, receiver, arguments, place, List)
    where T : IMode
{
    private static readonly Builtin List = Builtins.Find("Object", "list");

    private Value _list;

    protected override Value Fused(ClosureMachine m, ref Value r, Value target, IoObject holder)
    {
        if (_list.Ref is null)
            _list = m.Vm.World.NewList([.. Arguments.Select(argument => ((ConstantNode)argument).Value)]);
        return _list;
    }
}

/// <summary>What <c>Mutant.StaleLazyArgument</c> compiles <c>call evalArgAt(i)</c> to: a plain local is read once for each calling place.</summary>
internal sealed class StaleArgumentNode<T>(Node inner) : Node
    where T : IMode
{
    private CallTarget? _target;
    private int _callerWindow;
    private Value _value;

    public override Value Eval(ClosureMachine m, ref Value r)
    {
        if (r.Ref is not null)
            return inner.Eval(m, ref r);
        ref var record = ref m.RecordAt((int)r.Num);
        var (target, callerWindow) = (record.Target, record.CallerWindow);
        if (ReferenceEquals(_target, target) && _callerWindow == callerWindow)
            return _value;
        var value = inner.Eval(m, ref r);
        if (!value.IsUnwind && target!.Arguments is [LocalNode<T>])
            (_target, _callerWindow, _value) = (target, callerWindow, value);
        return value;
    }
}
