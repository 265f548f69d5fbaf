namespace IoLab.Bytecode;

/// <summary>
/// What registers hold, on every way through code: nothing is read that has not been written, what a call finds in its window is what <see cref="Opcode.Begin"/> left there, loops over numbers
/// count in numbers, whatever surrounds a site can be told from registers that the callee leaves alone, and no way leads round without a safepoint.
/// </summary>
internal sealed class RegisterFlow
{
    /// <summary>What a register holds; from <see cref="Token"/> on the token left at site (n - Token) / 2, with a remainder that of an operator, where a number may be instead.</summary>
    private const int Unset = 0, AnyValue = 1, Number = 2, Local = 3, Receiver = 4, Token = 6;

    private readonly Code _code;
    private readonly int[]?[] _known;
    private readonly List<int>[] _ways;
    private readonly Queue<int> _pending = new();

    /// <summary>Of a piece of code whose operands have been checked.</summary>
    public RegisterFlow(Code code)
    {
        _code = code;
        _known = new int[]?[code.Words.Length];
        _ways = new List<int>[code.Words.Length];
    }

    /// <summary>Checks all ways.</summary>
    /// <exception cref="BadCodeException">Something is wrong on one.</exception>
    public void Check()
    {
        Reach(-1, 0, AtEntry());
        while (_pending.TryDequeue(out var pc))
            Step(pc, (int[])_known[pc]!.Clone());
        CheckLoops();
    }

    private int[] AtEntry()
    {
        var registers = new int[_code.Size];
        registers[Code.LocalsRegister] = _code.Locality == Locality.Object ? AnyValue : Unset;
        registers[Code.SelfRegister] = _code.Locality == Locality.Outer ? Unset : AnyValue;
        Array.Fill(registers, Local, Code.FirstRegister, _code.Names.Length);
        if (_code.HasReceiver && _code.Locality == Locality.Object)
            registers[Code.FirstRegister] = AnyValue;
        return registers;
    }

    /// <summary>A way leads from one instruction to another.</summary>
    private void Reach(int from, int to, int[] registers)
    {
        if (from >= 0 && !(_ways[from] ??= []).Contains(to))
            _ways[from].Add(to);
        if (_known[to] is not { } known)
        {
            _known[to] = (int[])registers.Clone();
            _pending.Enqueue(to);
            return;
        }
        var hasChanged = false;
        for (var i = 0; i < known.Length; i++)
        {
            var merged = known[i] == registers[i] ? known[i] : IsValue(known[i]) && IsValue(registers[i]) ? AnyValue : Unset;
            hasChanged |= merged != known[i];
            known[i] = merged;
        }
        if (hasChanged)
            _pending.Enqueue(to);
    }

    private static bool IsValue(int content) => content is AnyValue or Number;

    private int Operand(int pc, int index) => Opcodes.Operand(_code.Words, pc, index);

    /// <summary>What an instruction reads, what it leaves, and where it leads.</summary>
    private void Step(int pc, int[] r)
    {
        var info = Opcodes.Table[_code.Words[pc] & 255];
        var a = Operand(pc, 0);
        var next = pc + info.Words;
        CheckReads(pc, info, r);
        if (info.Has(Effect.Calls))
        {
            StepCall(pc, info, a, next, r);
            return;
        }
        for (var i = 3; i < info.Operands.Length; i++)
        {
            if (info.Operands[i] == 'j')
                Reach(pc, Operand(pc, i), Jumping(info.Code, a, r));
        }
        if (info.Has(Effect.Ends))
            return;
        switch (info.Code)
        {
            case Opcode.Load:
                r[a] = _code.Constants[Operand(pc, 3)].Ref is null ? Number : AnyValue;
                break;
            case Opcode.Move:
                r[a] = r[Operand(pc, 1)];
                break;
            case >= Opcode.Add and <= Opcode.Remainder or Opcode.AddConstant or Opcode.SubtractConstant or Opcode.ForNumber:
                if (r[a] != Local)
                    r[a] = Number;
                break;
            case Opcode.RepeatBegin or Opcode.ForeachBegin:
                r[a + 1] = Number;
                break;
            default:
                if ((info.Operands[0] == 'w' && r[a] != Local) || info.Code == Opcode.Judge)
                    r[a] = AnyValue;
                break;
        }
        Reach(pc, next, r);
    }

    /// <summary>Registers where an instruction jumps: as they were, but for what loops count in.</summary>
    private static int[] Jumping(Opcode code, int a, int[] r)
    {
        if (code is not (Opcode.RepeatBegin or Opcode.ForeachBegin))
            return r;
        var registers = (int[])r.Clone();
        registers[a + 1] = Number;
        return registers;
    }

    private void CheckReads(int pc, OpcodeInfo info, int[] r)
    {
        for (var i = 0; i < info.Operands.Length; i++)
        {
            var register = Operand(pc, i);
            var isThere = info.Operands[i] switch
            {
                'r' => IsValue(r[register]),
                'x' => IsValue(r[register]) || (info.Code is Opcode.Call or Opcode.CallNumber && r[register] >= Token),
                'q' => IsValue(r[register]) || r[register] == Local,
                'i' => register == Opcodes.NoRegister || IsValue(r[register]),
                _ => true,
            };
            Demand(isThere, pc, $"register {register} may hold no value");
        }
        var a = Operand(pc, 0);
        switch (info.Code)
        {
            case Opcode.ForBegin or Opcode.ForNext:
                Demand(r[a] == Number && r[a + 1] == Number && r[a + 2] == Number, pc, $"registers {a} to {a + 2} are not all numbers");
                break;
            case Opcode.RepeatNext or Opcode.ForeachNext:
                Demand(r[a + 1] == Number, pc, $"register {a + 1} is no number");
                break;
            case Opcode.Call or Opcode.CallNumber:
                CheckCall(pc, info.Code, a, r);
                break;
        }
    }

    /// <summary>A call finds its own token, a receiver and all arguments.</summary>
    private void CheckCall(int pc, Opcode code, int a, int[] r)
    {
        Demand(r[a] >= Token && (r[a] - Token) % 2 == (code == Opcode.CallNumber ? 1 : 0), pc, $"register {a} may hold no token");
        Demand(_code.Sites[(r[a] - Token) / 2].CallPc == pc, pc, $"the token in register {a} is another call's");
        Demand(r[a + 1] == Receiver, pc, $"register {a + 1} may hold no receiver");
        var count = _code.Sites[_code.Words[pc + 1]].Count;
        for (var i = 0; i < count; i++)
            Demand(IsValue(r[a + 2 + i]), pc, $"register {a + 2 + i} may hold no argument");
    }

    /// <summary>An instruction that may call: registers from A on are the callee's until the value comes, or a stop that somebody around it takes.</summary>
    private void StepCall(int pc, OpcodeInfo info, int a, int next, int[] r)
    {
        var before = (int[])r.Clone();
        Array.Clear(r, a, r.Length - a);
        var number = _code.Words[next - 1];
        var site = _code.Sites[number];
        if (site.Control is { } control)
            CheckState(pc, control, before);
        for (var state = site.State; state is not null; state = state.Outer)
        {
            CheckState(pc, state, r);
            switch (state)
            {
                case ArgumentState argument:
                    Reach(pc, argument.NextPc, With(r, argument.Register));
                    break;
                case ControlState { TakesLoopStops: true } loop:
                    Reach(pc, loop.Break!.Pc, With(r, loop.Result));
                    Reach(pc, loop.Continue!.Pc, With(r, loop.Result));
                    break;
                case ControlState { TakesAllStops: true } all:
                    Reach(pc, all.Break!.Pc, With(r, all.Result));
                    break;
            }
        }
        var after = With(r, a);
        if (info.Code is Opcode.SendLocal or Opcode.SendWith or Opcode.SendWithTwo or Opcode.SendWithThree)
            Reach(pc, Operand(pc, info.Operands.IndexOf('j')), before);
        if ((info.Site & SitePart.Call) == 0)
        {
            Reach(pc, next, after);
            return;
        }
        Reach(pc, site.NextPc, after);
        r[a] = Token + 2 * (int)number + (info.Code == Opcode.BeginNumber ? 1 : 0);
        r[a + 1] = Receiver;
        Reach(pc, next, r);
    }

    private static int[] With(int[] r, int register)
    {
        var registers = (int[])r.Clone();
        registers[register] = AnyValue;
        return registers;
    }

    /// <summary>A capture while the callee runs finds what it tells of this.</summary>
    private void CheckState(int pc, FrameState state, int[] r)
    {
        switch (state)
        {
            case ArgumentState argument:
                var token = r[argument.Register];
                Demand(token >= Token && ReferenceEquals(_code.Sites[(token - Token) / 2].Message, argument.Message), pc, $"no token in register {argument.Register} to tell of an argument");
                Demand(r[argument.Register + 1] == Receiver, pc, $"no receiver in register {argument.Register + 1} to tell of an argument");
                for (var i = 0; i < argument.Index; i++)
                    DemandTold(pc, argument.Register + 2 + i, r);
                break;
            case SetterState setter:
                DemandTold(pc, setter.Receiver, r);
                break;
            case ControlState control:
                DemandTold(pc, control.Receiver, r);
                foreach (var operand in control.Operands)
                    DemandTold(pc, operand, r);
                break;
        }
    }

    private void DemandTold(int pc, int register, int[] r) => Demand(register < 0 || IsValue(r[register]), pc, $"register {register}, which frames tell of, may hold no value");

    /// <summary>Without the safepoints no way leads round.</summary>
    private void CheckLoops()
    {
        var isWalked = new bool[_code.Words.Length];
        var isOpen = new bool[_code.Words.Length];
        for (var pc = 0; pc < _code.Words.Length; pc++)
        {
            if (_known[pc] is not null && !isWalked[pc])
                Walk(pc, isWalked, isOpen);
        }
    }

    private void Walk(int first, bool[] isWalked, bool[] isOpen)
    {
        var open = new Stack<(int Pc, int Way)>();
        open.Push((first, 0));
        while (open.TryPop(out var at))
        {
            isWalked[at.Pc] = isOpen[at.Pc] = true;
            var ways = Opcodes.Table[_code.Words[at.Pc] & 255].Has(Effect.Polls) ? null : _ways[at.Pc];
            if (ways is null || at.Way >= ways.Count)
            {
                isOpen[at.Pc] = false;
                continue;
            }
            open.Push((at.Pc, at.Way + 1));
            var to = ways[at.Way];
            Demand(!isOpen[to], at.Pc, $"a loop from {to} without a safepoint");
            if (!isWalked[to])
                open.Push((to, 0));
        }
    }

    private void Demand(bool holds, int pc, string fault)
    {
        if (!holds)
            throw Verifier.Fault(_code, pc, fault);
    }
}
