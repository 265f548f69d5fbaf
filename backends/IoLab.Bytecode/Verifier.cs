using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>
/// Checks code before it runs. The loop trusts code: it indexes registers, constants and sites without asking and takes what <see cref="Opcode.Begin"/> left for a token. What passes here
/// cannot lead it astray: each operand is what the table of instructions says, sites have what their instruction needs, and what surrounds a site can be told from registers that hold it
/// (<see cref="RegisterFlow"/>).
/// </summary>
internal sealed class Verifier
{
    private const int MostRegisters = 256;

    private readonly Code _code;
    private readonly bool[] _starts;
    private readonly Dictionary<Site, bool> _isGuard = new(ReferenceEqualityComparer.Instance);

    private Verifier(Code code)
    {
        _code = code;
        _starts = new bool[code.Words.Length];
    }

    /// <summary>Checks a piece of code.</summary>
    /// <exception cref="BadCodeException">It must not run.</exception>
    public static void Check(Code code) => new Verifier(code).Check();

    private void Check()
    {
        CheckWindow();
        FindStarts();
        for (var pc = 0; pc < _code.Words.Length; pc += InfoAt(pc).Words)
            CheckInstruction(pc, InfoAt(pc));
        new RegisterFlow(_code).Check();
    }

    private OpcodeInfo InfoAt(int pc) => Opcodes.Table[_code.Words[pc] & 255];

    private void CheckWindow()
    {
        var code = _code;
        Demand(code.Size is >= Code.FirstRegister and <= MostRegisters && code.Size >= Code.FirstRegister + code.Names.Length, -1, $"a window of {code.Size} registers for {code.Names.Length} locals");
        Demand(code.FormalCount >= 0 && code.FormalCount <= code.Names.Length && code.FormalCount <= code.Formals.Length, -1, $"{code.FormalCount} formals of {code.Formals.Length} in {code.Names.Length} locals");
        Demand(code.Locality == Locality.Body || code.Names.Length == 0, -1, "locals in code that is no body");
        Demand(code.Locality == Locality.Outer == code.Owner is { Locality: Locality.Body }, -1, "an outer argument belongs to a body, and nothing else does");
    }

    /// <summary>Where instructions begin; that each is one, and ends before the end.</summary>
    private void FindStarts()
    {
        var last = -1;
        for (var pc = 0; pc < _code.Words.Length; pc += InfoAt(pc).Words)
        {
            Demand(Opcodes.Of(_code.Words[pc]) is not null, pc, $"no instruction: {_code.Words[pc]:x8}");
            Demand(pc + InfoAt(pc).Words <= _code.Words.Length, pc, "an instruction without its end");
            _starts[pc] = true;
            last = pc;
        }
        Demand(last >= 0 && InfoAt(last).Has(Effect.Ends), last, "the end of code is open");
    }

    private void CheckInstruction(int pc, OpcodeInfo info)
    {
        Demand(!info.Has(Effect.InBodies) || _code.Locality == Locality.Body, pc, "in bodies only");
        Demand(!info.Has(Effect.InArguments) || _code.Locality == Locality.Outer, pc, "in outer arguments only");
        Demand(!info.Has(Effect.NotInObjects) || _code.Locality != Locality.Object, pc, "not in code in objects");
        for (var i = 0; i < info.Operands.Length; i++)
            CheckOperand(pc, info, info.Operands[i], (uint)Opcodes.Operand(_code.Words, pc, i));
        switch (info.Code)
        {
            case Opcode.Return:
                Demand(Opcodes.Operand(_code.Words, pc, 1) == 0 || _code.Locality == Locality.Body, pc, "a stop ends bodies only");
                break;
            case Opcode.Evaluate:
                Demand(Opcodes.Operand(_code.Words, pc, 1) == 0 || _code.Locality == Locality.Object, pc, "only code in objects has a target of its own");
                break;
        }
    }

    private void CheckOperand(int pc, OpcodeInfo info, char letter, uint operand)
    {
        switch (letter)
        {
            case '-':
                Demand(operand == 0, pc, $"{operand} where there is no operand");
                break;
            case 'w' when MayBeLocal(info, pc) && _code.Locality == Locality.Body && LocalOf(operand) is not null:
                break;
            case 'w' when info.Code == Opcode.StoreSlot && operand == Opcodes.Operand(_code.Words, pc, 2):
                break; // Nobody wants the value: it stays where it is.
            case 'w' or 'x':
                Demand(operand >= Code.FirstRegister + _code.Names.Length, pc, $"register {operand} is no temporary");
                Demand(operand + info.Span <= _code.Size, pc, $"register {operand + info.Span - 1} is outside the window of {_code.Size}");
                break;
            case 'r' or 'q':
                Demand(operand + (info.Operands[0] == letter ? info.Span : 1) <= _code.Size, pc, $"register {operand} is outside the window of {_code.Size}");
                break;
            case 'i':
                Demand(operand == Opcodes.NoRegister || operand < _code.Size, pc, $"register {operand} is outside the window of {_code.Size}");
                break;
            case 'v':
                Demand(LocalOf(operand) is not null, pc, $"register {operand} is no local's");
                break;
            case 'o':
                Demand(operand == 0 || LocalOf(operand) is not null, pc, $"register {operand} is no local's");
                break;
            case 'b':
                Demand(operand <= 1, pc, $"{operand} is neither 0 nor 1");
                break;
            case 'p':
                Demand(operand is >= (uint)Opcode.Add and <= (uint)Opcode.NotEqual, pc, $"{operand} is no operator");
                break;
            case 'k':
                Demand(operand < _code.Constants.Length, pc, $"there is no constant {operand}");
                Demand(_code.Constants[operand].Ref is not { } constant || (constant.Flags & ObjectFlags.Sentinel) == 0, pc, $"constant {operand} is no value");
                break;
            case 'n':
                Demand(operand < _code.Constants.Length && _code.Constants[operand].Ref is null, pc, $"constant {operand} is no number");
                break;
            case 'j':
                DemandStart(pc, (int)operand, "a jump");
                break;
            default:
                Demand(operand < _code.Sites.Length, pc, $"there is no site {operand}");
                CheckSite(pc, info, _code.Sites[operand]);
                break;
        }
    }

    /// <summary>May the result go to a local? Only when an operand is one, too: where that was found plain, the locals have not moved into their object.</summary>
    private bool MayBeLocal(OpcodeInfo info, int pc) => info.Code is >= Opcode.Add and <= Opcode.Remainder or Opcode.AddConstant or Opcode.SubtractConstant or Opcode.ReadSlot or Opcode.SkipRead
        && Enumerable.Range(1, 2).Any(i => i < info.Operands.Length && info.Operands[i] == 'q' && LocalOf((uint)Opcodes.Operand(_code.Words, pc, i)) is not null);

    /// <summary>The name of a local of the activation the code belongs to.</summary>
    private Symbol? LocalOf(uint register)
    {
        var names = (_code.Owner ?? _code).Names;
        return register >= Code.FirstRegister && register - Code.FirstRegister < names.Length ? names[register - Code.FirstRegister] : null;
    }

    private void CheckSite(int pc, OpcodeInfo info, Site site)
    {
        // A guard remembers a shape alone, and everything else takes a remembered shape for a whole entry.
        var isGuard = info.Code is Opcode.Guard or Opcode.AndOr;
        Demand(_isGuard.TryAdd(site, isGuard) || _isGuard[site] == isGuard, pc, "a guard's site is somebody else's, too");
        Demand((info.Site & SitePart.Variable) == 0 || site.Variable is not null, pc, "a site without a variable");
        Demand((info.Site & SitePart.Builtin) == 0 || site.Builtin is not null, pc, "a site without a built-in");
        Demand((info.Site & SitePart.Control) == 0 || site.Control is { Builtin.Kind: BuiltinKind.Control }, pc, "a site without a control built-in");
        Demand((info.Site & SitePart.Chain) == 0 || site.Chain is not null, pc, "a site without a chain");
        if (info.Operands[1] == 'v' && (info.Site & SitePart.Variable) != 0)
            Demand(ReferenceEquals(site.Variable, LocalOf((uint)Opcodes.Operand(_code.Words, pc, 1))), pc, $"the local of register {Opcodes.Operand(_code.Words, pc, 1)} is not {site.Variable!.Text}");
        if (info.Operands[1] == 'o')
            CheckVariables(pc, site);
        if ((info.Site & SitePart.Call) != 0)
            CheckCall(pc, info, site);
        else if ((info.Site & SitePart.Arguments) != 0)
            Demand(site.Count == info.Operands.Count(letter => letter == 'q') - 1, pc, $"{site.Count} arguments, where others are told");
        else if (info.Code is Opcode.Call or Opcode.CallNumber)
            Demand(site.Count > 0 && Opcodes.Operand(_code.Words, pc, 0) + 2 + site.Count <= _code.Size, pc, $"{site.Count} arguments in a window of {_code.Size}");
        else
            Demand(site.Count == 0, pc, "arguments in place that nobody evaluates");
        if (site.Control is { } control)
            CheckState(pc, control);
        for (var state = site.State; state is not null; state = state.Outer)
            CheckState(pc, state);
    }

    /// <summary>A loop's variables are where its instruction says.</summary>
    private void CheckVariables(int pc, Site site)
    {
        var register = (uint)Opcodes.Operand(_code.Words, pc, 1);
        Demand(register == site.VariableRegister && (register == 0 || ReferenceEquals(LocalOf(register), site.Variable)), pc, $"the loop's variable is not in register {register}");
        Demand(site.SecondRegister == 0 || (site.Second is not null && ReferenceEquals(LocalOf((uint)site.SecondRegister), site.Second)), pc, $"the loop's second variable is not in register {site.SecondRegister}");
    }

    /// <summary>A site at which a call begins knows the call and what is behind it.</summary>
    private void CheckCall(int pc, OpcodeInfo info, Site site)
    {
        DemandStart(pc, site.CallPc, "a call");
        var call = _code.Words[site.CallPc];
        Demand((Opcode)(call & 255) == (info.Code == Opcode.BeginNumber ? Opcode.CallNumber : Opcode.Call), pc, $"there is no call at {site.CallPc}");
        Demand((call >> 8 & 255) == (_code.Words[pc] >> 8 & 255) && site.CallPc > pc, pc, $"the call at {site.CallPc} is another one's");
        var end = site.CallPc + Opcodes.Table[call & 255].Words;
        Demand(site.NextPc == end && Opcodes.Operand(_code.Words, pc, 3) == end && end < _starts.Length, pc, $"it goes on at {site.NextPc} and not behind its call");
        var called = _code.Words[end - 1];
        Demand(called < _code.Sites.Length && _code.Sites[called].Count == site.Count && ReferenceEquals(_code.Sites[called].Message, site.Message), pc, "the call is of another message");
        Demand(site.Count <= site.Message.Arguments.Length, pc, $"{site.Count} arguments of {site.Message.Arguments.Length}");
    }

    /// <summary>What surrounds a site can be told: places are instructions, registers are there.</summary>
    private void CheckState(int pc, FrameState state)
    {
        Demand(!state.HasOwnTarget || _code.Locality == Locality.Object, pc, "only code in objects has a target of its own");
        switch (state)
        {
            case RestState:
                Demand(state.Message.Next is not null, pc, "the rest of a chain that has none");
                break;
            case ArgumentState argument:
                Demand(argument.Index >= 0 && argument.Index < state.Message.Arguments.Length, pc, $"argument {argument.Index} of {state.Message.Arguments.Length}");
                DemandRegisters(pc, argument.Register, argument.Index + 2);
                DemandStart(pc, argument.NextPc, "a stop in an argument");
                break;
            case SetterState setter:
                Demand(state.Message.Arguments.Length > 0, pc, "an assignment without a value");
                DemandRegisters(pc, Math.Max(setter.Receiver, 0), 1);
                Demand(setter.Receiver >= -1, pc, $"no register: {setter.Receiver}");
                break;
            case ControlState control:
                CheckControl(pc, control);
                break;
        }
    }

    private void CheckControl(int pc, ControlState control)
    {
        Demand(control.Builtin is null ? control.Receiver >= 0 : control.Builtin.Kind == BuiltinKind.Control, pc, "a control structure of no built-in");
        Demand(control.State > 0, pc, "a control structure that waits for nothing");
        Demand(control.Receiver >= -1 && control.Receiver < _code.Size, pc, $"no register: {control.Receiver}");
        foreach (var operand in control.Operands)
            Demand(operand >= ControlState.One && operand < _code.Size, pc, $"no register: {operand}");
        if (!control.TakesLoopStops && !control.TakesAllStops)
            return;
        DemandRegisters(pc, control.Result, 1);
        Demand(control.Result >= Code.FirstRegister + _code.Names.Length, pc, $"register {control.Result} is no temporary");
        DemandStart(pc, control.Break?.Pc ?? -1, "a stop");
        if (control.TakesLoopStops)
            DemandStart(pc, control.Continue?.Pc ?? -1, "a continue");
    }

    private void DemandRegisters(int pc, int first, int count) => Demand(first >= 0 && first + count <= _code.Size, pc, $"registers {first} to {first + count - 1} in a window of {_code.Size}");

    private void DemandStart(int pc, int target, string what) => Demand(target >= 0 && target < _starts.Length && _starts[target], pc, $"{what} goes to {target}, where no instruction begins");

    private void Demand(bool holds, int pc, string fault)
    {
        if (!holds)
            throw Fault(_code, pc, fault);
    }

    /// <summary>What is said of a fault.</summary>
    public static BadCodeException Fault(Code code, int pc, string fault)
    {
        var place = pc < 0 ? "" : $" at {pc} ({(Opcode)(code.Words[pc] & 255)})";
        return new BadCodeException($"code of {code.Root?.Label}:{code.Root?.Line}{place}: {fault}");
    }
}
