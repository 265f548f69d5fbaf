using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Bytecode;

/// <summary>Control structures and operators that are compiled in place.</summary>
internal sealed partial class Compiler
{
    private static readonly Builtin If = Builtins.Find("Object", "if"), While = Builtins.Find("Object", "while"), Loop = Builtins.Find("Object", "loop"),
        For = Builtins.Find("Object", "for"), Repeat = Builtins.Find("Number", "repeat"), Foreach = Builtins.Find("List", "foreach"), Group = Builtins.Find("Object", ""), And = Builtins.Find("Object", "and");

    /// <summary>The names that code in place takes for granted while nobody redefines them among the slots of locals.</summary>
    public static readonly string[] AssumedNames = ["if", "while", "loop", "for", "", "break", "continue", "return", "setSlot", "updateSlot"];

    /// <summary>The operators whose built-ins numbers are known to find, else code is compiled anew.</summary>
    public static readonly string[] AssumedOperators = ["+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!="];

    /// <summary>The operator whose built-in the locals are known to find, too: the sign of a number.</summary>
    public const string Sign = "-";

    /// <summary>A message without receiver whose built-in the locals are known to find.</summary>
    private bool InPlace(Message m, string name, int at, FrameState? outer)
    {
        var count = m.Arguments.Length;
        if (at > MaxRegister)
            return false;
        switch (name)
        {
            case "if" when count > 0:
                Note(m, outer);
                CompileIf(m, at, outer, -1);
                return true;
            case "while" when count > 1:
                Note(m, outer);
                CompileWhile(m, at, outer, -1);
                return true;
            case "loop" when count > 0:
                Note(m, outer);
                CompileLoop(m, at, outer, -1);
                return true;
            case "for" when count is 4 or 5 && !_vm.Mutants.Has(Mutant.ForOverrun):
                Note(m, outer);
                CompileFor(m, at, outer, -1);
                return true;
            case "" when count == 1 && m.Cached is null:
                Note(m, outer);
                Chain(m.Arguments[0], at, After(m, outer));
                return true;
            case "return" when count < 2 && _locality == Locality.Body && ReturnEndsHere(outer):
                Note(m, outer);
                Argument(m, at, outer);
                _code.Emit(Opcode.Return, at, 1);
                return true;
            case "break" when count < 2 && LoopAround(outer) is { } loop:
                Note(m, outer);
                Argument(m, at, outer);
                Move(loop.Result, at);
                if (_vm.Mutants.Has(Mutant.BreakForgetsValue))
                    Constant(loop.Result, _vm.Nil);
                _code.Emit(Opcode.Jump);
                _code.Jump(loop.Break!);
                return true;
            case "continue" when count == 0 && LoopAround(outer) is { } loop:
                Note(m, outer);
                Constant(loop.Result, _vm.Nil);
                _code.Emit(Opcode.Jump);
                _code.Jump(loop.Continue!);
                return true;
            case Sign when count == 1 && !_isInstrumented && NumberOf(m.Arguments[0]) is { } number:
                Constant(at, new Value(-number.Num));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The same in code in objects, where each place looks for itself.</summary>
    private bool InPlaceGuarded(Message m, string name, int at, FrameState? outer)
    {
        var count = m.Arguments.Length;
        if (at > MaxRegister)
            return false;
        var builtin = name switch
        {
            "if" when count > 0 => If,
            "while" when count > 1 => While,
            "loop" when count > 0 => Loop,
            "for" when count is 4 or 5 && !_vm.Mutants.Has(Mutant.ForOverrun) => For,
            "" when count == 1 => Group,
            _ => null,
        };
        if (builtin is null)
            return false;
        var receiver = ImplicitRegister;
        Guarded(m, builtin, at, receiver, outer, hasReceiver: false, () =>
        {
            switch (name)
            {
                case "if":
                    CompileIf(m, at, outer, receiver);
                    break;
                case "while":
                    CompileWhile(m, at, outer, receiver);
                    break;
                case "loop":
                    CompileLoop(m, at, outer, receiver);
                    break;
                case "for":
                    CompileFor(m, at, outer, receiver);
                    break;
                default:
                    Chain(m.Arguments[0], at, After(m, outer));
                    break;
            }
        });
        return true;
    }

    /// <summary>Code in place, or the general send when the guard fails.</summary>
    private void Guarded(Message m, Builtin builtin, int at, int receiver, FrameState? outer, bool hasReceiver, Action inPlace)
    {
        Label general = new(), end = new();
        _code.Use(at);
        _code.Emit(Opcode.Guard, 0, receiver);
        _code.Jump(general);
        _code.Place(new Site(_vm, m, After(m, outer)) { Builtin = builtin });
        inPlace();
        _code.Mark(end);
        Later(() =>
        {
            _code.Mark(general);
            Generic(m, at, outer, hasReceiver);
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
        });
    }

    /// <summary>The argument of break or return.</summary>
    private void Argument(Message m, int at, FrameState? outer)
    {
        if (m.Arguments.Length > 0)
            Chain(m.Arguments[0], at, new SetterState(m, outer, -1) { HasOwnTarget = HasOwnTarget });
        else
            Constant(at, _vm.Nil);
    }

    /// <summary>Does a return here end the body? An argument of a method, or of and/or, takes it first.</summary>
    private bool ReturnEndsHere(FrameState? outer)
    {
        for (var state = outer; state is not null; state = state.Outer)
        {
            if ((state is ArgumentState && !_vm.Mutants.Has(Mutant.ArgumentReturns)) || state is ControlState { TakesAllStops: true })
                return false;
        }
        return true;
    }

    /// <summary>The loop that a break here leaves.</summary>
    private static ControlState? LoopAround(FrameState? outer)
    {
        for (var state = outer; state is not null; state = state.Outer)
        {
            if (state is ArgumentState or ControlState { TakesAllStops: true })
                return null;
            if (state is ControlState { TakesLoopStops: true } loop)
                return loop;
        }
        return null;
    }

    private void CompileIf(Message m, int at, FrameState? outer, int receiver)
    {
        Label otherwise = new(), end = new();
        var after = After(m, outer);
        var isDiscarded = ReferenceEquals(_discarded, m);
        Condition(m, m.Arguments[0], at, after, receiver, new ControlState(m, after, If, 1, receiver), otherwise);
        _isUnwanted = isDiscarded && m.Arguments.Length > 1;
        if (m.Arguments.Length > 1)
            Chain(m.Arguments[1], at, after);
        else
            Constant(at, _vm.True);
        if (isDiscarded && m.Arguments.Length < 3)
        {
            _code.Mark(otherwise);
            return;
        }
        _code.Emit(Opcode.Jump);
        _code.Jump(end);
        _code.Mark(otherwise);
        _isUnwanted = isDiscarded;
        if (m.Arguments.Length > 2)
            Chain(m.Arguments[2], at, after);
        else
            Constant(at, _vm.False);
        _code.Mark(end);
    }

    /// <summary>Evaluates a condition and jumps when it is false.</summary>
    private void Condition(Message m, Message chain, int at, FrameState? after, int receiver, ControlState state, Label otherwise)
    {
        if (!_isInstrumented && FusedComparison(chain, at, state, otherwise))
            return;
        Label ask = new(), go = new();
        if (!_isInstrumented && _locality == Locality.Body && chain is { Next: null, Cached: null, Arguments.Length: 0, IsTerminator: false } && RegisterOf(chain.Name) is > 0 and var local && at <= MaxRegister)
        {
            Label general = new();
            _code.Emit(Opcode.JumpUnlessLocal, local);
            _code.Jump(otherwise);
            _code.Jump(general);
            _code.Mark(go);
            Later(() =>
            {
                _code.Mark(general);
                Chain(chain, at, state);
                _code.Emit(Opcode.JumpIfFalse, at);
                _code.Jump(otherwise);
                _code.Jump(ask);
                _code.Emit(Opcode.Jump);
                _code.Jump(go);
                Ask();
            });
            return;
        }
        var branch = _isInstrumented ? null : LastAndOr(chain);
        Label? value = null;
        if (branch is not null)
            _branches[branch] = (otherwise, value = new Label());
        Chain(chain, at, state);
        if (branch is not null && !_branches.Remove(branch))
        {
            _code.Mark(go);
        }
        else
        {
            value = null;
            _code.Emit(Opcode.JumpIfFalse, at);
            _code.Jump(otherwise);
            _code.Jump(ask);
            _code.Mark(go);
        }
        Later(() =>
        {
            if (value is not null)
            {
                _code.Mark(value);
                _code.Emit(Opcode.JumpIfFalse, at);
                _code.Jump(otherwise);
                _code.Jump(ask);
                _code.Emit(Opcode.Jump);
                _code.Jump(go);
            }
            Ask();
        });

        void Ask()
        {
            _code.Mark(ask);
            var question = new Message(_vm.Names.AsBoolean) { Label = m.Label, Line = m.Line };
            _code.Emit(Opcode.Send, at, at);
            _code.Place(new Site(_vm, question, new ControlState(m, after, state.Builtin, 2, receiver, state.Operands) { TakesLoopStops = state.TakesLoopStops, Result = state.Result, Break = state.Break, Continue = state.Continue }));
            Judged(at, otherwise, go);
        }
    }

    /// <summary>Jumps by what asBoolean has answered. Nothing is asked a second time.</summary>
    private void Judged(int at, Label otherwise, Label go)
    {
        _code.Emit(Opcode.Judge, at);
        _code.Emit(Opcode.JumpIfFalse, at);
        _code.Jump(otherwise);
        _code.Jump(go);
        _code.Emit(Opcode.Jump);
        _code.Jump(go);
    }

    private void CompileWhile(Message m, int at, FrameState? outer, int receiver)
    {
        Label head = new(), next = new(), end = new();
        var after = After(m, outer);
        var isDiscarded = ReferenceEquals(_discarded, m);
        Constant(at, _vm.Nil);
        _code.Mark(head);
        var condition = new ControlState(m, after, While, 1, receiver, at) { TakesLoopStops = true, Result = at, Break = end, Continue = next };
        Condition(m, m.Arguments[0], at + 1, after, receiver, condition, end);
        _isUnwanted = isDiscarded;
        Chain(m.Arguments[1], at, new ControlState(m, after, While, 3, receiver, ControlState.Nil) { TakesLoopStops = true, Result = at, Break = end, Continue = next });
        _code.Mark(next);
        _code.Emit(Opcode.Back);
        _code.Jump(head);
        _code.Mark(end);
    }

    private void CompileLoop(Message m, int at, FrameState? outer, int receiver)
    {
        Label head = new(), next = new(), end = new();
        _code.Mark(head);
        Chain(m.Arguments[0], at, new ControlState(m, After(m, outer), Loop, 1, receiver, ControlState.Nil) { TakesLoopStops = true, Result = at, Break = end, Continue = next });
        _code.Mark(next);
        _code.Emit(Opcode.Back);
        _code.Jump(head);
        _code.Mark(end);
    }

    private void CompileFor(Message m, int at, FrameState? outer, int receiver)
    {
        Label body = new(), next = new(), end = new(), leave = new();
        var after = After(m, outer);
        var hasStep = m.Arguments.Length > 4;
        var isDiscarded = ReferenceEquals(_discarded, m);
        Bound(m, at, 1, end, new ControlState(m, after, For, 1, receiver, ControlState.Zero, ControlState.Zero, ControlState.One, ControlState.Nil), at);
        Bound(m, at + 1, 2, end, new ControlState(m, after, For, 2, receiver, at, ControlState.Zero, ControlState.One, ControlState.Nil), at);
        if (hasStep)
            Bound(m, at + 2, 3, end, new ControlState(m, after, For, 3, receiver, at, at + 1, ControlState.One, ControlState.Nil), at);
        else
            Constant(at + 2, 1);
        Constant(at + 3, _vm.Nil);
        var site = LoopSite(m, after, 0);
        _code.Emit(Opcode.ForBegin, at, site.VariableRegister);
        _code.Jump(leave);
        _code.Place(site);
        _code.Mark(body);
        _isUnwanted = isDiscarded;
        Chain(m.Arguments[^1], at + 3, new ControlState(m, after, For, 4, receiver, at, at + 1, at + 2, ControlState.Nil) { TakesLoopStops = true, Result = at + 3, Break = leave, Continue = next });
        _code.Mark(next);
        _code.Emit(Opcode.ForNext, at, site.VariableRegister);
        _code.Jump(body);
        _code.Place(site);
        _code.Mark(leave);
        Move(at, at + 3);
        _code.Mark(end);
    }

    private void Bound(Message m, int at, int argument, Label end, ControlState state, int result)
    {
        Chain(m.Arguments[argument], at, state);
        if (NumberOf(m.Arguments[argument]) is not null)
            return;
        var general = new Label();
        _code.Emit(Opcode.ForNumber, at);
        _code.Jump(general);
        Later(() =>
        {
            _code.Mark(general);
            _code.Emit(Opcode.GoOn, result, at);
            _code.Place(new Site(_vm, m, state.Outer) { Control = state });
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
        });
    }

    private Site LoopSite(Message m, FrameState? after, int variable, int second = -1)
    {
        var name = variable < 0 ? null : m.Arguments[variable].Name;
        var other = second < 0 ? null : m.Arguments[second].Name;
        return new Site(_vm, m, after)
        {
            Variable = name, Second = other, VariableRegister = name is null ? 0 : RegisterOf(name), SecondRegister = other is null ? 0 : RegisterOf(other),
        };
    }

    /// <summary>Messages on a receiver that have code in place.</summary>
    private bool Known(Message m, string name, int at, FrameState? outer)
    {
        var count = m.Arguments.Length;
        if (at > MaxRegister)
            return false;
        switch (name)
        {
            case "and" or "or" when count > 0:
                CompileAndOr(m, at, outer);
                return true;
            case "repeat" when count is 1 or 2:
                Guarded(m, Repeat, at, at, outer, hasReceiver: true, () => CompileRepeat(m, at, outer));
                return true;
            case "foreach" when count is 2 or 3:
                Guarded(m, Foreach, at, at, outer, hasReceiver: true, () => CompileForeach(m, at, outer));
                return true;
            default:
                return !_isInstrumented && count == 1 && Operator(m.Name) is { } code && CompileOperator(m, code, at, at, outer);
        }
    }

    /// <summary>Conditions that end with and/or: where false leads, and where the value in the register is judged. Who compiles the message in place takes its entry away.</summary>
    private readonly Dictionary<Message, (Label Otherwise, Label Value)> _branches = new(ReferenceEqualityComparer.Instance);

    /// <summary>The and/or that a condition of one statement ends with.</summary>
    private static Message? LastAndOr(Message chain) =>
        LastOf(chain) is { Arguments.Length: 1, Cached: null, Name.Text: "and" or "or" } last && !ReferenceEquals(last, chain) ? last : null;

    /// <summary>The last message of a chain of one statement.</summary>
    private static Message? LastOf(Message chain) => !chain.IsTerminator && EndOf(chain) is { Next: null } last ? last : null;

    private void CompileAndOr(Message m, int at, FrameState? outer)
    {
        Label ask = new(), end = new(), judge = new();
        var isBranch = _branches.Remove(m, out var branch);
        if (isBranch)
            end = branch.Value;
        var after = After(m, outer);
        var general = new Label();
        _code.Emit(Opcode.AndOr, 0, at);
        _code.Jump(general);
        _code.Place(new Site(_vm, m, after));
        var state = new ControlState(m, after, null, 1, at) { TakesAllStops = true, Result = at + 1, Break = judge };
        Label unknown = new(), go = new();
        var isFused = isBranch && FusedComparison(m.Arguments[0], at + 1, state, branch.Otherwise, judge);
        if (isFused)
        {
            _code.Mark(go);
        }
        else
        {
            Chain(m.Arguments[0], at + 1, state);
            _code.Mark(judge);
            if (isBranch)
            {
                _code.Emit(Opcode.JumpUnlessTrue, at + 1);
                _code.Jump(branch.Otherwise);
                _code.Jump(unknown);
            }
            else
            {
                _code.Emit(Opcode.Truth, at, at + 1);
                _code.Jump(ask);
                _code.Mark(end);
            }
        }
        Later(() =>
        {
            if (isFused)
            {
                _code.Mark(judge);
                _code.Emit(Opcode.JumpUnlessTrue, at + 1);
                _code.Jump(branch.Otherwise);
                _code.Jump(unknown);
                _code.Emit(Opcode.Jump);
                _code.Jump(go);
            }
            _code.Mark(general);
            _code.Emit(Opcode.Send, at, at);
            _code.Place(new Site(_vm, m, after));
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
            if (isBranch)
            {
                _code.Mark(unknown);
                _code.Emit(Opcode.Move, at, at + 1);
            }
            _code.Mark(ask);
            var question = new Message(_vm.Symbols.Intern("isTrue")) { Label = m.Label, Line = m.Line };
            _code.Emit(Opcode.Send, at, at);
            _code.Place(new Site(_vm, question, new ControlState(m, after, And, 2, -1)));
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
        });
    }

    private void CompileRepeat(Message m, int at, FrameState? outer)
    {
        Label body = new(), next = new(), leave = new();
        var after = After(m, outer);
        var site = LoopSite(m, after, m.Arguments.Length > 1 ? 0 : -1);
        Constant(at + 2, _vm.Nil);
        _code.Emit(Opcode.RepeatBegin, at, site.VariableRegister);
        _code.Jump(leave);
        _code.Place(site);
        _code.Mark(body);
        Chain(m.Arguments[^1], at + 2, new ControlState(m, after, Repeat, 1, at, at + 1, ControlState.Nil) { TakesLoopStops = true, Result = at + 2, Break = leave, Continue = next });
        _code.Mark(next);
        _code.Emit(Opcode.RepeatNext, at, site.VariableRegister);
        _code.Jump(body);
        _code.Place(site);
        _code.Mark(leave);
        Move(at, at + 2);
    }

    private void CompileForeach(Message m, int at, FrameState? outer)
    {
        Label body = new(), next = new(), leave = new();
        var after = After(m, outer);
        var count = m.Arguments.Length;
        var site = LoopSite(m, after, count - 2, count > 2 ? 0 : -1);
        Constant(at + 2, _vm.Nil);
        _code.Emit(Opcode.ForeachBegin, at, site.VariableRegister);
        _code.Jump(leave);
        _code.Place(site);
        _code.Mark(body);
        Chain(m.Arguments[^1], at + 2, new ControlState(m, after, null, 1, at, at + 1, ControlState.Nil) { TakesLoopStops = true, Result = at + 2, Break = leave, Continue = next });
        _code.Mark(next);
        _code.Emit(Opcode.ForeachNext, at, site.VariableRegister);
        _code.Jump(body);
        _code.Place(site);
        _code.Mark(leave);
        Move(at, at + 2);
    }

    private Opcode? Operator(Symbol name) => _machine.IsRedefined(name) ? null : name.Text switch
    {
        "+" => Opcode.Add,
        "-" => Opcode.Subtract,
        "*" => Opcode.Multiply,
        "/" => Opcode.Divide,
        "%" => Opcode.Remainder,
        "<" => Opcode.Less,
        "<=" => Opcode.LessOrEqual,
        ">" => Opcode.Greater,
        ">=" => Opcode.GreaterOrEqual,
        "==" => Opcode.Equal,
        "!=" => Opcode.NotEqual,
        _ => null,
    };

    /// <summary>A binary operator whose receiver is in <paramref name="receiver"/>: a register of the chain, or a local's.</summary>
    private bool CompileOperator(Message m, Opcode operation, int at, int receiver, FrameState? outer)
    {
        var end = new Label();
        if (operation is Opcode.Add or Opcode.Subtract && NumberOf(m.Arguments[0]) is { } constant)
        {
            var general = new Label();
            _code.Emit(operation == Opcode.Add ? Opcode.AddConstant : Opcode.SubtractConstant, at, receiver);
            _code.Constant(constant);
            _code.Jump(general);
            _code.Mark(end);
            Later(() => OperatorInGeneral(m, at, receiver, outer, general, end));
            return true;
        }
        if (Simple(m.Arguments[0], at + 2) is { } operand)
        {
            var general = new Label();
            _code.Use(at + 3);
            _code.Emit(operation, at, receiver, operand);
            _code.Jump(general);
            _code.Mark(end);
            Later(() => OperatorInGeneral(m, at, receiver, outer, general, end));
            return true;
        }
        if (!_isInstrumented && _locality == Locality.Body && IsPlain(m.Arguments[0]))
        {
            var general = new Label();
            var plain = Plain(m.Arguments[0], at + 2, general);
            _code.Use(at + 3);
            _code.Emit(operation, at, receiver, plain);
            _code.Jump(general);
            _code.Mark(end);
            Later(() =>
            {
                if (operation is Opcode.Equal or Opcode.NotEqual)
                {
                    OperatorInGeneral(m, at, receiver, outer, general, end);
                    return;
                }
                // What was not plain is the argument rather than the receiver.
                _code.Mark(general);
                if (receiver != at)
                    ReadLocal(receiver, at, m, outer);
                OperatorWithArgument(m, operation, at, outer, new Label());
                _code.Emit(Opcode.Jump);
                _code.Jump(end);
            });
            return true;
        }
        if (receiver != at)
            return false;
        OperatorWithArgument(m, operation, at, outer, end);
        return true;
    }

    /// <summary>The receiver, which is mostly a number, waits while an argument is evaluated that may do anything.</summary>
    private void OperatorWithArgument(Message m, Opcode operation, int at, FrameState? outer, Label end)
    {
        var after = After(m, outer);
        var site = new Site(_vm, m, after) { Count = 1 };
        _code.Emit(Opcode.BeginNumber, at, at);
        _code.Jump(end);
        _code.Place(site);
        var argument = new ArgumentState(m, outer, at, 0) { HasOwnTarget = HasOwnTarget };
        Assembler.Tell(end, pc => argument.NextPc = pc);
        Chain(m.Arguments[0], at + 2, argument);
        site.CallPc = _code.Pc;
        _code.Emit(Opcode.CallNumber, at, 0, (int)operation);
        _code.Place(new Site(_vm, m, after) { Count = 1 });
        _code.Mark(end);
        site.NextPc = _code.Pc;
    }

    private void OperatorInGeneral(Message m, int at, int receiver, FrameState? outer, Label general, Label end)
    {
        _code.Mark(general);
        if (receiver != at)
            ReadLocal(receiver, at, m, outer);
        Label over = new();
        var site = new Site(_vm, m, After(m, outer)) { Count = 1 };
        _code.Emit(Opcode.Begin, at, at);
        _code.Jump(over);
        _code.Place(site);
        ArgumentsAndCall(m, at, outer, site, over);
        _code.Emit(Opcode.Jump);
        _code.Jump(end);
    }

    /// <summary>Reads the local that is the receiver of a message: the first message of its chain.</summary>
    private void ReadLocal(int register, int at, Message next, FrameState? outer)
    {
        var name = _heads[next];
        _code.Emit(Opcode.GetLocal, at, register);
        _code.Place(new Site(_vm, name, After(name, outer)) { Variable = name.Name });
    }

    /// <summary>The locals at the heads of chains that the message after them reads itself.</summary>
    private readonly Dictionary<Message, Message> _heads = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// A local at the head of a chain that the next message can read where it is: an operator, or a message without arguments. Answers that message, which is then compiled;
    /// null when it is not so.
    /// </summary>
    private Message? LocalReceiver(Message first, int at, FrameState? outer)
    {
        if (_isInstrumented || _locality != Locality.Body || at > MaxRegister || first.Cached is not null || first.Arguments.Length > 0
            || RegisterOf(first.Name) is not (> 0 and var register) || first.Next is not { IsTerminator: false, Cached: null } m)
            return null;
        _vm.Symbols.Keep(m.Name);
        var name = m.Name.Text;
        _code.Source = m;
        _heads[m] = first;
        if (m.Arguments.Length == 1 && Operator(m.Name) is { } operation)
            return CompileOperator(m, operation, at, register, outer) ? m : null;
        if (AssignedName(m) is { } assigned)
            return StoreSlot(m, assigned, at, register, outer) ? m : null;
        if (m.Arguments.Length > 0)
            return name is not ("and" or "or" or "repeat" or "foreach") && CallWithPlain(m, at, register, outer) ? m : null;
        Label general = new(), end = new();
        _code.Emit(Opcode.SendLocal, at, register);
        _code.Jump(general);
        _code.Place(new Site(_vm, m, After(m, outer)));
        _code.Mark(end);
        Later(() =>
        {
            _code.Mark(general);
            ReadLocal(register, at, m, outer);
            _code.Emit(Opcode.Send, at, at);
            _code.Place(new Site(_vm, m, After(m, outer)));
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
        });
        return m;
    }

    /// <summary>The register of an argument that needs no evaluation: a local's own, or one that a number is loaded into. Null when it needs one.</summary>
    private int? Simple(Message argument, int at)
    {
        if (argument.Next is not null || argument.Arguments.Length > 0)
            return null;
        if (NumberOf(argument) is { } number)
        {
            Constant(at, number);
            return at;
        }
        return argument.Cached is null && _locality == Locality.Body && RegisterOf(argument.Name) is > 0 and var register ? register : null;
    }

    /// <summary>The number that an argument is.</summary>
    private static Value? NumberOf(Message argument) => LiteralOf(argument) is { Ref: null } number ? number : (Value?)null;

    /// <summary>The literal that an argument is.</summary>
    private static Value? LiteralOf(Message argument) => argument is { Next: null, Arguments.Length: 0, Cached: CachedValue cached } ? cached.Value : (Value?)null;

    /// <summary>A comparison that is a condition: no boolean is made.</summary>
    private bool FusedComparison(Message chain, int at, ControlState state, Label otherwise, Label? judge = null)
    {
        if (at > MaxRegister || chain.IsTerminator || _locality != Locality.Body || _nesting > MaxNesting || LastOf(chain) is not { Arguments.Length: 1, Cached: null } m || ReferenceEquals(m, chain))
            return false;
        if (Operator(m.Name) is not { } operation || operation < Opcode.Less || _registers.ContainsKey(m.Name) || !IsPlain(m.Arguments[0]))
            return false;
        _vm.Symbols.Keep(m.Name);
        // The left operand is a local where it is, or what the messages before the operator compute.
        var isLocal = ReferenceEquals(chain.Next, m) && chain.Cached is null && chain.Arguments.Length == 0 && RegisterOf(chain.Name) > 0;
        var register = isLocal ? RegisterOf(chain.Name) : at;
        if (!isLocal)
        {
            var source = _code.Source;
            _nesting++;
            var end = _end;
            _end = m;
            Statement(chain, at, state, hasReceiver: false);
            _end = end;
            _nesting--;
            _code.Source = source;
        }
        Label general = new(), go = new();
        var constant = operation is Opcode.Equal or Opcode.NotEqual ? LiteralOf(m.Arguments[0]) : NumberOf(m.Arguments[0]);
        int? operand = constant is null ? Simple(m.Arguments[0], at + 2) ?? Plain(m.Arguments[0], at + 2, general) : 0;
        if (operation == Opcode.LessOrEqual && _vm.Mutants.Has(Mutant.FusedBound))
            operation = Opcode.Less;
        _code.Use(at + 3);
        _code.Emit((constant is null ? Opcode.JumpUnlessLess : Opcode.JumpUnlessLessConstant) + (operation - Opcode.Less), 0, register, operand.Value);
        if (constant is { } number)
            _code.Constant(number);
        _code.Jump(otherwise);
        _code.Jump(general);
        _code.Mark(go);
        if (isLocal)
            _heads[m] = chain;
        Later(() =>
        {
            Label value = new(), ask = new();
            OperatorInGeneral(m, at, register, state, general, value);
            _code.Mark(value);
            if (judge is not null)
            {
                _code.Emit(Opcode.Jump);
                _code.Jump(judge);
                return;
            }
            _code.Emit(Opcode.JumpIfFalse, at);
            _code.Jump(otherwise);
            _code.Jump(ask);
            _code.Emit(Opcode.Jump);
            _code.Jump(go);
            _code.Mark(ask);
            var question = new Message(_vm.Names.AsBoolean) { Label = m.Label, Line = m.Line };
            _code.Emit(Opcode.Send, at, at);
            _code.Place(new Site(_vm, question, new ControlState(state.Message, state.Outer, state.Builtin, 2, state.Receiver, state.Operands) { TakesLoopStops = state.TakesLoopStops, Result = state.Result, Break = state.Break, Continue = state.Continue }));
            Judged(at, otherwise, go);
        });
        return true;
    }
}
