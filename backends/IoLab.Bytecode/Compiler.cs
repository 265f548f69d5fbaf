using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>
/// Turns message trees into code. A chain is compiled towards a register (<c>at</c>): its value so far is there, and everything from there on is free. A call's window begins
/// at that register too, so that arguments are evaluated where the callee wants them.
/// </summary>
internal sealed partial class Compiler
{
    /// <summary>Arguments nested deeper, and what comes after so many statements, are compiled when reached: neither the host stack nor an operand's byte overflows.</summary>
    private const int MaxNesting = 60, MaxStatements = 400;
    /// <summary>No register from here on begins a call.</summary>
    private const int MaxRegister = 180;
    private const int MaxArguments = 16;
    private const int MaxLocals = 120;

    private readonly Vm _vm;
    private readonly BytecodeMachine _machine;
    private readonly bool _isInstrumented;
    private readonly Locality _locality;
    private readonly Dictionary<Symbol, int> _registers;
    private readonly Assembler _code = new();
    /// <summary>Locals that are assigned wherever the code that is compiled now is reached; formals are, too.</summary>
    private readonly List<Symbol> _assigned = [];
    private int _formalCount;
    private int _nesting;

    private Compiler(BytecodeMachine machine, Locality locality, Dictionary<Symbol, int> registers)
    {
        _machine = machine;
        _vm = machine.Vm;
        _isInstrumented = machine.IsInstrumented;
        _locality = locality;
        _registers = registers;
    }

    /// <summary>The body of a block.</summary>
    public static Code Body(BytecodeMachine machine, BlockPayload block, int version)
    {
        var vm = machine.Vm;
        var registers = new Dictionary<Symbol, int>();
        foreach (var formal in block.Formals)
            registers.TryAdd(formal, Code.FirstRegister + registers.Count);
        var formalCount = registers.Count;
        LocalNames.Collect(vm, block.Body, registers);
        var usesObject = registers.Count > MaxLocals || registers.ContainsKey(vm.Names.Self) || registers.ContainsKey(vm.Names.Call);
        if (usesObject)
        {
            foreach (var name in registers.Keys.Skip(formalCount).ToList())
                registers.Remove(name);
        }
        var compiler = new Compiler(machine, Locality.Body, registers) { _formalCount = formalCount };
        var at = Code.FirstRegister + registers.Count;
        Value? literal = null;
        if (block.Body is null || (block.Body.Next is null && block.Body.Cached is CachedValue))
        {
            literal = block.Body?.Cached is CachedValue cached ? cached.Value : vm.Nil;
            compiler.Constant(at, literal.Value);
        }
        else if (usesObject)
        {
            compiler.Evaluate(block.Body, at, 0, null);
        }
        else
        {
            compiler.Chain(block.Body, at, null);
        }
        return compiler.Finish(block.Body, at, version, block.Formals, formalCount, usesObject, literal);
    }

    /// <summary>An argument, evaluated later in the window of an activation that runs <paramref name="owner"/>.</summary>
    public static Code Argument(BytecodeMachine machine, Code owner, Message argument)
    {
        var registers = new Dictionary<Symbol, int>();
        for (var i = 0; i < owner.Names.Length; i++)
            registers.Add(owner.Names[i], Code.FirstRegister + i);
        var compiler = new Compiler(machine, Locality.Outer, registers);
        compiler.Chain(argument, Code.FirstRegister, null);
        return compiler.Finish(argument, Code.FirstRegister, owner.Version, owner: owner);
    }

    /// <summary>A chain in objects.</summary>
    public static Code Chain(BytecodeMachine machine, Message chain, int version)
    {
        var compiler = new Compiler(machine, Locality.Object, []);
        compiler.Chain(chain, Code.FirstRegister, null);
        return compiler.Finish(chain, Code.FirstRegister, version);
    }

    /// <summary>What follows a message in its chain, in objects, the message's value being in register 2.</summary>
    public static Code Rest(BytecodeMachine machine, Message rest, int version)
    {
        // The rest of a chain is as deep as the chain: only what is in it itself has the chain's target.
        var compiler = new Compiler(machine, Locality.Object, []) { _nesting = 1 };
        compiler.Statements(rest, Code.FirstRegister, null, hasReceiver: true);
        return compiler.Finish(rest, Code.FirstRegister, version, hasReceiver: true);
    }

    private Code Finish(Message? root, int at, int version, Symbol[]? formals = null, int formalCount = 0, bool usesObject = false, Value? literal = null, Code? owner = null, bool hasReceiver = false)
    {
        _code.Emit(Opcode.Return, at);
        _code.EmitLater();
        _code.ShortenJumps();
        var names = _locality == Locality.Body ? _registers.Keys.ToArray() : [];
        return _machine.Accept(new Code
        {
            Version = version, Root = root, Locality = _locality, Words = _code.Words, Constants = _code.Constants, Sites = _code.Sites, Map = _code.Map, Size = _code.Highest + 3, Owner = owner, HasReceiver = hasReceiver,
            Formals = formals ?? [], Names = names, Layout = new LocalsLayout(_vm, names), NameSet = [.. names], FormalCount = formalCount, HasRepeatedFormals = formals is not null && formals.Length != formalCount,
            UsesObject = usesObject, NameCount = names.Length, IsLiteral = literal is not null, Literal = literal ?? _vm.Nil,
        });
    }

    /// <summary>A chain of statements; its value goes to a register.</summary>
    private void Chain(Message chain, int at, FrameState? outer)
    {
        if (_nesting > MaxNesting || at > MaxRegister)
        {
            _isUnwanted = false;
            Evaluate(chain, at, 0, outer);
            return;
        }
        var source = _code.Source;
        var assigned = _assigned.Count;
        _nesting++;
        Statements(chain, at, outer, hasReceiver: false);
        _nesting--;
        if (_nesting > 0)
            _assigned.RemoveRange(assigned, _assigned.Count - assigned);
        _code.Source = source;
    }

    private void Statements(Message chain, int at, FrameState? outer, bool hasReceiver)
    {
        var count = 0;
        var isEmpty = !hasReceiver;
        var isUnwanted = _isUnwanted;
        _isUnwanted = false;
        for (Message? m = chain; m is not null;)
        {
            if (m.IsTerminator)
            {
                m = m.Next;
                hasReceiver = false;
                continue;
            }
            if (++count > MaxStatements && !hasReceiver)
            {
                Evaluate(m, at, _locality == Locality.Object && _nesting <= 1 ? 1 : 0, outer);
                return;
            }
            isEmpty = false;
            if (!hasReceiver && EndOf(m) is var ends && (isUnwanted || !IsLast(ends.Next)))
                _discarded = ends;
            var statement = m;
            m = Statement(m, at, outer, hasReceiver);
            if (!hasReceiver && ReferenceEquals(statement.Name, _vm.Names.SetSlot) && !_machine.IsRedefined(statement.Name) && RegisterOf(statement.Name) == 0
                && AssignedName(statement) is { } assigned && RegisterOf(assigned) > 0)
                _assigned.Add(assigned);
            hasReceiver = false;
        }
        if (isEmpty)
            Constant(at, _vm.Nil);
    }

    /// <summary>The last message of the statement whose value nobody wants, while it is compiled.</summary>
    private Message? _discarded;

    /// <summary>The last message of a statement.</summary>
    private static Message EndOf(Message m)
    {
        while (m.Next is { IsTerminator: false } next)
            m = next;
        return m;
    }

    /// <summary>The message before which the compilation of a statement ends.</summary>
    private Message? _end;

    /// <summary>Does nobody want the value of the chain that is compiled next?</summary>
    private bool _isUnwanted;

    /// <summary>Does no statement follow a terminator?</summary>
    private static bool IsLast(Message? m)
    {
        while (m is { IsTerminator: true })
            m = m.Next;
        return m is null;
    }

    /// <summary>One statement; answers the message after it.</summary>
    private Message? Statement(Message first, int at, FrameState? outer, bool hasReceiver)
    {
        _code.Use(at);
        Message? m = first;
        if (!hasReceiver && LocalReceiver(first, at, outer) is { } rest)
        {
            m = rest.Next;
            hasReceiver = true;
        }
        while (m is { IsTerminator: false } && !ReferenceEquals(m, _end))
        {
            _code.Source = m;
            if (m.Cached is CachedValue cached)
            {
                Constant(at, cached.Value);
                hasReceiver = true;
                m = m.Next;
                continue;
            }
            m = Send(m, at, outer, hasReceiver);
            hasReceiver = true;
        }
        return m;
    }

    private void Constant(int at, Value value)
    {
        _code.Emit(Opcode.Load, at);
        _code.Constant(value);
    }

    private void Move(int to, int from)
    {
        if (to != from)
            _code.Emit(Opcode.Move, to, from);
    }

    /// <summary>A chain that is compiled by itself when it is reached.</summary>
    private void Evaluate(Message chain, int at, int target, FrameState? outer)
    {
        _code.Emit(Opcode.Evaluate, at, target);
        _code.Place(new Site(_vm, chain, outer) { Chain = chain });
    }

    /// <summary>What surrounds the evaluation of a message's callee: the rest of the message's chain first.</summary>
    private FrameState? After(Message m, FrameState? outer) => m.Next is null ? outer : new RestState(m, outer) { HasOwnTarget = HasOwnTarget };

    /// <summary>Is the target of the chain that is being compiled the one of register 1?</summary>
    private bool HasOwnTarget => _locality == Locality.Object && _nesting <= 1;

    /// <summary>The register a name has, or 0.</summary>
    private int RegisterOf(Symbol name) => _registers.GetValueOrDefault(name);

    /// <summary>In code in objects: the register of the object that messages without receiver go to.</summary>
    private int ImplicitRegister => _nesting > 1 ? Code.LocalsRegister : Code.SelfRegister;

    /// <summary>One message; the receiver, if it has one, is in <paramref name="at"/>. Answers the next one to compile.</summary>
    private Message? Send(Message m, int at, FrameState? outer, bool hasReceiver)
    {
        _vm.Symbols.Keep(m.Name);
        var name = m.Name.Text;
        if (!hasReceiver && _locality != Locality.Object)
        {
            if (Local(m, at, outer))
                return m.Next;
            if (!_machine.IsRedefined(m.Name) && !_registers.ContainsKey(m.Name) && InPlace(m, name, at, outer))
                return m.Next;
        }
        else if (!hasReceiver && InPlaceGuarded(m, name, at, outer))
        {
            return m.Next;
        }
        if (AssignedName(m) is { } slot && SetSlot(m, slot, at, outer, hasReceiver))
            return m.Next;
        if (hasReceiver && Known(m, name, at, outer))
            return m.Next;
        General(m, at, outer, hasReceiver);
        return m.Next;
    }

    /// <summary>A send of any kind, its receiver in <paramref name="at"/> if it has one.</summary>
    private void General(Message m, int at, FrameState? outer, bool hasReceiver)
    {
        var count = m.Arguments.Length;
        // The bodies of method(...) and block(...) are compiled when they are called.
        var isLazy = m.Name.Text is "method" or "block" && !hasReceiver;
        if (count > MaxArguments || at > MaxRegister)
        {
            Generic(m, at, outer, hasReceiver);
            return;
        }
        if (!isLazy && CallWithPlain(m, at, hasReceiver ? at : Code.SelfRegister, outer))
            return;
        var state = After(m, outer);
        if (isLazy)
            count = 0;
        var isImplicit = !hasReceiver && _locality != Locality.Object;
        var receiver = hasReceiver ? at : ImplicitRegister;
        var site = new Site(_vm, m, state) { Count = count, IsImplicit = isImplicit, IsInBody = _locality == Locality.Body };
        if (count == 0)
        {
            _code.Emit(isImplicit ? Opcode.SendImplicit : Opcode.Send, at, isImplicit ? 0 : receiver);
            _code.Place(site);
            return;
        }
        var end = new Label();
        _code.Emit(isImplicit ? Opcode.BeginImplicit : Opcode.Begin, at, isImplicit ? 0 : receiver);
        _code.Jump(end);
        _code.Place(site);
        ArgumentsAndCall(m, at, outer, site, end);
    }

    private void ArgumentsAndCall(Message m, int at, FrameState? outer, Site site, Label end)
    {
        var state = After(m, outer);
        for (var i = 0; i < m.Arguments.Length; i++)
        {
            var argument = new ArgumentState(m, outer, at, i) { HasOwnTarget = HasOwnTarget };
            Assembler.Tell(end, pc => argument.NextPc = pc);
            Chain(m.Arguments[i], at + 2 + i, argument);
        }
        _code.Use(at + 2 + m.Arguments.Length);
        site.CallPc = _code.Pc;
        _code.Emit(Opcode.Call, at);
        _code.Place(new Site(_vm, m, state) { Count = m.Arguments.Length });
        _code.Mark(end);
        site.NextPc = _code.Pc;
    }

    /// <summary>A send whose arguments somebody else evaluates in the locals object: what is rare.</summary>
    private void Generic(Message m, int at, FrameState? outer, bool hasReceiver)
    {
        _code.Emit(Opcode.SendGeneric, at, hasReceiver ? at : _locality == Locality.Object ? ImplicitRegister : Opcodes.NoRegister);
        _code.Place(new Site(_vm, m, After(m, outer)));
    }

    /// <summary>A local, self, or the assignment of a local.</summary>
    private bool Local(Message m, int at, FrameState? outer)
    {
        var isOuter = _locality == Locality.Outer;
        var count = m.Arguments.Length;
        if (RegisterOf(m.Name) is > 0 and var register)
        {
            if (ReferenceEquals(m.Name, _vm.Names.UpdateSlot) && AssignedName(m) is { } updated)
            {
                UpdateByLocal(m, updated, register, at, outer);
                return true;
            }
            if (count == 0)
            {
                _code.Emit(isOuter ? Opcode.GetOuter : Opcode.GetLocal, at, register);
                _code.Place(new Site(_vm, m, After(m, outer)) { Variable = m.Name });
                return true;
            }
            if (isOuter || count > MaxArguments)
            {
                Generic(m, at, outer, hasReceiver: false);
                return true;
            }
            var end = new Label();
            var site = new Site(_vm, m, After(m, outer)) { Count = count, Variable = m.Name };
            _code.Emit(Opcode.BeginLocal, at, register);
            _code.Jump(end);
            _code.Place(site);
            ArgumentsAndCall(m, at, outer, site, end);
            return true;
        }
        if (ReferenceEquals(m.Name, _vm.Names.Self) && count == 0)
        {
            _code.Emit(Opcode.GetSelf, at);
            _code.Place(new Site(_vm, m, After(m, outer)));
            return true;
        }
        return AssignedName(m) is { } assigned && !_machine.IsRedefined(m.Name) && !_registers.ContainsKey(m.Name) && Assign(m, assigned, at, outer);
    }

    /// <summary><c>x = v</c> where updateSlot is itself a local, which mostly holds the built-in.</summary>
    private void UpdateByLocal(Message m, Symbol name, int register, int at, FrameState? outer)
    {
        if (_isInstrumented || _locality != Locality.Body || _registers.ContainsKey(name) || _machine.IsRedefined(m.Name))
        {
            Generic(m, at, outer, hasReceiver: false);
            return;
        }
        Label general = new(), end = new();
        _code.Emit(Opcode.GuardUpdate, register);
        _code.Jump(general);
        Assign(m, name, at, outer);
        _code.Mark(end);
        Later(() =>
        {
            _code.Mark(general);
            Generic(m, at, outer, hasReceiver: false);
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
        });
    }

    /// <summary><c>x := v</c>, <c>x = v</c> without receiver.</summary>
    private bool Assign(Message m, Symbol name, int at, FrameState? outer)
    {
        var isUpdate = ReferenceEquals(m.Name, _vm.Names.UpdateSlot);
        if (RegisterOf(name) is > 0 and var register)
        {
            if (ReferenceEquals(_discarded, m) && ChangesInPlace(m, register, at, outer, isUpdate))
                return true;
            Note(m, outer);
            if (_locality == Locality.Body && !_isInstrumented && LiteralOf(m.Arguments[1]) is { } literal)
            {
                _code.Emit(Opcode.SetConstant, at, register, isUpdate ? 0 : 1);
                _code.Constant(literal);
            }
            else
            {
                Chain(m.Arguments[1], at, new SetterState(m, outer, -1) { HasOwnTarget = HasOwnTarget });
                if (_locality == Locality.Outer)
                    _code.Emit(Opcode.SetOuter, at, register);
                else
                    _code.Emit(Opcode.SetLocal, at, register, isUpdate ? 0 : 1);
            }
            _code.Place(new Site(_vm, m, After(m, outer)) { Variable = name, Builtin = isUpdate ? BytecodeMachine.LocalsUpdate : BytecodeMachine.SetSlotBuiltin });
            return true;
        }
        if (!isUpdate)
            return false;
        Note(m, outer);
        if (!_isInstrumented && LiteralOf(m.Arguments[1]) is { } constant)
        {
            _code.Emit(Opcode.UpdateConstant, at);
            _code.Constant(constant);
        }
        else
        {
            Chain(m.Arguments[1], at, new SetterState(m, outer, -1) { HasOwnTarget = HasOwnTarget });
            _code.Emit(Opcode.UpdateSlot, at, at);
        }
        _code.Place(new Site(_vm, m, After(m, outer)) { Variable = name, Builtin = BytecodeMachine.LocalsUpdate });
        return true;
    }

    /// <summary>
    /// <c>x = y + v</c> and <c>x = y slot</c>, whose own value nobody wants: the instruction that computes it writes the local. As it has found a plain value in a local, the locals are still in
    /// registers; and what <c>=</c> writes must have been assigned before.
    /// </summary>
    private bool ChangesInPlace(Message m, int register, int at, FrameState? outer, bool isUpdate)
    {
        var value = m.Arguments[1];
        if (_isInstrumented || _locality != Locality.Body || at > MaxRegister || value.Next is null || !IsPlain(value) || LastOf(value) is not { } last)
            return false;
        var isLocalFirst = ReferenceEquals(value.Next, last) && IsLocal(value);
        if (!isLocalFirst && !(last.Arguments.Length == 1 && last.Arguments[0].Next is null && IsLocal(last.Arguments[0])))
            return false;
        if (isUpdate && !(isLocalFirst && RegisterOf(value.Name) == register) && !_assigned.Contains(AssignedName(m)!) && register - Code.FirstRegister >= _formalCount)
            return false;
        Label general = new(), end = new();
        _code.Use(at + 3);
        var source = _code.Source;
        Plain(value, at, general, register);
        _code.Source = source;
        _code.Mark(end);
        Later(() =>
        {
            _code.Mark(general);
            Chain(value, at, new SetterState(m, outer, -1) { HasOwnTarget = HasOwnTarget });
            _code.Emit(Opcode.SetLocal, at, register, isUpdate ? 0 : 1);
            _code.Place(new Site(_vm, m, After(m, outer)) { Variable = AssignedName(m), Builtin = isUpdate ? BytecodeMachine.LocalsUpdate : BytecodeMachine.SetSlotBuiltin });
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
        });
        return true;
    }

    private bool IsLocal(Message m) => m.Cached is null && m.Arguments.Length == 0 && RegisterOf(m.Name) > 0;

    /// <summary><c>o x := v</c>, <c>o x = v</c>, and the same on a chain's target.</summary>
    private bool SetSlot(Message m, Symbol name, int at, FrameState? outer, bool hasReceiver)
    {
        // Traces want the lookup before the value: only plain code does without.
        if (_isInstrumented || (!hasReceiver && _locality != Locality.Object) || at > MaxRegister)
            return false;
        var receiver = hasReceiver ? at : ImplicitRegister;
        if (StoreSlot(m, name, at, receiver, outer))
            return true;
        SetSlotGuarded(m, name, at, receiver, outer, hasReceiver);
        return true;
    }

    /// <summary>The same for a plain value; the receiver is a local, or in <paramref name="at"/>. Nothing can happen between the lookup of the setter and the assignment.</summary>
    private bool StoreSlot(Message m, Symbol name, int at, int receiver, FrameState? outer)
    {
        if (_isInstrumented || _locality != Locality.Body || at > MaxRegister || !IsPlain(m.Arguments[1]))
            return false;
        Label general = new(), end = new();
        var isUnwanted = ReferenceEquals(_discarded, m);
        var value = Plain(m.Arguments[1], at + 1, general);
        _code.Source = m;
        _code.Use(at);
        _code.Emit(Opcode.StoreSlot, isUnwanted ? value : at, receiver, value);
        _code.Jump(general);
        _code.Place(new Site(_vm, m, After(m, outer)) { Variable = name });
        _code.Mark(end);
        Later(() =>
        {
            _code.Mark(general);
            if (receiver != at)
                ReadLocal(receiver, at, m, outer);
            SetSlotGuarded(m, name, at, at, outer, hasReceiver: true);
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
        });
        return true;
    }

    private void SetSlotGuarded(Message m, Symbol name, int at, int receiver, FrameState? outer, bool hasReceiver)
    {
        var end = new Label();
        var site = new Site(_vm, m, After(m, outer)) { Variable = name };
        var general = new Label();
        _code.Use(at);
        _code.Emit(Opcode.GuardSetter, 0, receiver);
        _code.Jump(general);
        _code.Place(site);
        Chain(m.Arguments[1], at + 1, new SetterState(m, outer, receiver) { HasOwnTarget = HasOwnTarget });
        _code.Emit(Opcode.SetSlot, at, receiver, at + 1);
        _code.Place(site);
        _code.Mark(end);
        Later(() =>
        {
            _code.Mark(general);
            Generic(m, at, outer, hasReceiver);
            _code.Emit(Opcode.Jump);
            _code.Jump(end);
        });
    }

    /// <summary>Emits what is rare behind everything else, compiled where it is: there the locals, not the chain's target, may be the receiver of what has none.</summary>
    private void Later(Action emit)
    {
        var nesting = _nesting;
        _code.Later(() =>
        {
            _nesting = nesting;
            _assigned.Clear();
            emit();
        });
    }

    /// <summary>Counts the message of what is compiled in place.</summary>
    private void Note(Message m, FrameState? outer)
    {
        if (!_isInstrumented)
            return;
        _code.Emit(Opcode.Note);
        _code.Place(new Site(_vm, m, outer));
    }

    /// <summary>The literal name a setSlot or updateSlot writes, or null.</summary>
    private Symbol? AssignedName(Message m)
    {
        if (m.Arguments.Length != 2 || (!ReferenceEquals(m.Name, _vm.Names.SetSlot) && !ReferenceEquals(m.Name, _vm.Names.UpdateSlot)))
            return null;
        var name = m.Arguments[0];
        if (name.Next is not null || name.Cached is not CachedValue { Value: { Ref.Payload: Seq seq } })
            return null;
        var symbol = _vm.SymbolOf(seq);
        _vm.Symbols.Keep(symbol);
        return symbol;
    }
}
