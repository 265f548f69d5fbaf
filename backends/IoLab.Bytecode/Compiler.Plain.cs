using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>
/// Calls whose arguments are plain: locals, literals, and what operators of numbers make of them. Nothing can happen between the lookup of the callee and the call, so that one instruction does both,
/// and no token waits. Where a local is no plain value or an operand no number, all begins anew in the general form: nothing has been done yet.
/// </summary>
internal sealed partial class Compiler
{
    /// <summary>One more makes the code longer than it is worth.</summary>
    private const int MostPlainArguments = 3, MostPlainNesting = 3;

    /// <summary>Calls with plain arguments; the receiver is in a register: of a local, of self, or <paramref name="at"/>. False: the arguments are not plain.</summary>
    private bool CallWithPlain(Message m, int at, int receiver, FrameState? outer)
    {
        var count = m.Arguments.Length;
        if (_isInstrumented || _locality != Locality.Body || at > MaxRegister || count is 0 or > MostPlainArguments || !m.Arguments.All(argument => IsPlain(argument)))
            return false;
        Label general = new(), end = new();
        var site = new Site(_vm, m, After(m, outer)) { Count = count };
        _code.Source = m;
        var first = Plain(m.Arguments[0], at + 2, general);
        var second = count > 1 ? Plain(m.Arguments[1], at + 3, general) : 0;
        var third = count > 2 ? Plain(m.Arguments[2], at + 4, general) : 0;
        _code.Use(at + 1 + count);
        _code.Emit((Opcode)((int)Opcode.SendWith + count - 1), at, receiver, first);
        if (count > 1)
            _code.Register(second);
        if (count > 2)
            _code.Register(third);
        _code.Jump(general);
        _code.Place(site);
        _code.Mark(end);
        Later(() =>
        {
            _code.Mark(general);
            var isImplicit = receiver == Code.SelfRegister;
            if (!isImplicit && receiver != at)
                ReadLocal(receiver, at, m, outer);
            Label over = new();
            _code.Emit(isImplicit ? Opcode.BeginImplicit : Opcode.Begin, at, isImplicit ? 0 : at);
            _code.Jump(over);
            _code.Place(site);
            ArgumentsAndCall(m, at, outer, site, over);
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
        });
        return true;
    }

    /// <summary>Is an argument plain?</summary>
    private bool IsPlain(Message argument, int nesting = 0)
    {
        if (argument.IsTerminator || argument.Arguments.Length > 0 || nesting > MostPlainNesting)
            return false;
        if (argument.Cached is null && RegisterOf(argument.Name) == 0 && !MayBeSlot(argument))
            return false;
        if (argument.Next is null)
            return argument.Cached is null or CachedValue;
        if (argument.Cached is not (null or CachedValue { Value.Ref: null }))
            return false;
        for (var m = argument.Next; m is not null; m = m.Next)
        {
            if (MayBeSlot(m))
                continue;
            if (m.IsTerminator || m.Cached is not null || m.Arguments.Length != 1 || Operator(m.Name) is not (>= Opcode.Add and <= Opcode.Remainder) || !IsPlain(m.Arguments[0], nesting + 1))
                return false;
        }
        return true;
    }

    /// <summary>May it be a message that reads a slot? What is known to be something else is not tried.</summary>
    private bool MayBeSlot(Message m) =>
        !m.IsTerminator && m.Cached is null && m.Arguments.Length == 0 && Operator(m.Name) is null && !_machine.IsRedefined(m.Name)
        && m.Name.Text is not ("self" or "call" or "return" or "break" or "continue" or "size" or "clone" or "sqrt" or "isNil" or "not" or "super" or "resend" or "thisContext" or "thisLocalContext" or "thisMessage");

    /// <summary>The register of a plain argument: a local's own, or one into which it is computed.</summary>
    private int Plain(Message argument, int at, Label general, int target = 0)
    {
        _code.Use(at + 1);
        var register = at;
        if (argument.Cached is CachedValue literal)
            Constant(at, literal.Value);
        else if (RegisterOf(argument.Name) is > 0 and var local)
            register = local;
        else
            ReadSlot(argument, at, Code.SelfRegister, general);
        for (var m = argument.Next; m is not null; m = m.Next)
        {
            _vm.Symbols.Keep(m.Name);
            var to = m.Next is null && target > 0 ? target : at;
            if (m.Arguments.Length == 0)
            {
                ReadSlot(m, to, register, general);
                register = to;
                continue;
            }
            var operation = Operator(m.Name)!.Value;
            if (operation is Opcode.Add or Opcode.Subtract && NumberOf(m.Arguments[0]) is { } constant)
            {
                _code.Emit(operation == Opcode.Add ? Opcode.AddConstant : Opcode.SubtractConstant, to, register);
                _code.Constant(constant);
            }
            else
            {
                var operand = Plain(m.Arguments[0], at + 1, general);
                _code.Emit(operation, to, register, operand);
            }
            _code.Jump(general);
            register = to;
        }
        return register;
    }

    private void ReadSlot(Message m, int at, int receiver, Label general)
    {
        _vm.Symbols.Keep(m.Name);
        _code.Emit(Opcode.ReadSlot, at, receiver);
        _code.Jump(general);
        _code.Place(new Site(_vm, m, null) { IsImplicit = receiver == Code.SelfRegister, IsInBody = true });
    }
}
