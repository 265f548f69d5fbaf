namespace IoLab.Bytecode;

/// <summary>The instructions. <see cref="Opcodes.Table"/> says of each what its operands are and what it does.</summary>
internal enum Opcode : byte
{
    Load,
    Move,
    GetLocal,
    GetOuter,
    SetLocal,
    SetOuter,
    GetSelf,
    Send,
    SendImplicit,
    SendLocal,
    Begin,
    BeginImplicit,
    BeginLocal,
    BeginNumber,
    Call,
    CallNumber,
    SendGeneric,
    Return,
    Jump,
    Back,
    Guard,
    GuardSetter,
    GuardUpdate,
    Note,
    JumpIfFalse,
    Judge,
    AndOr,
    Truth,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    JumpUnlessLess,
    JumpUnlessLessOrEqual,
    JumpUnlessGreater,
    JumpUnlessGreaterOrEqual,
    JumpUnlessEqual,
    JumpUnlessNotEqual,
    ForNumber,
    GoOn,
    ForBegin,
    ForNext,
    RepeatBegin,
    RepeatNext,
    ForeachBegin,
    ForeachNext,
    SetSlot,
    UpdateSlot,
    Evaluate,
}

/// <summary>What an instruction is.</summary>
/// <param name="Code">The opcode; its number is its place in the table.</param>
/// <param name="Operands">
/// A letter for each operand: A, B and C in the first word, then a word each. <c>w</c> a register to write, <c>r</c> one to read, <c>v</c> the register of a local,
/// <c>n</c> a number, <c>-</c> nothing, <c>k</c> a constant, <c>j</c> a jump, <c>s</c> a site.
/// </param>
/// <param name="Doc">What it does.</param>
internal readonly record struct OpcodeInfo(Opcode Code, string Operands, string Doc)
{
    /// <summary>How many words it takes.</summary>
    public int Words => 1 + Operands.Length - 3;
}

/// <summary>
/// The one table of instructions, from which listings, the verifier and the documentation derive. An instruction is a word of 32 bits (opcode, A, B, C: a byte each)
/// and a word for each further operand. A site is always the last word, so that a frame's program counter tells which site is at work.
/// </summary>
internal static class Opcodes
{
    /// <summary>All instructions, by opcode.</summary>
    public static readonly OpcodeInfo[] Table =
    [
        new(Opcode.Load, "w--k", "A := a constant."),
        new(Opcode.Move, "wr-", "A := B."),
        new(Opcode.GetLocal, "wv-s", "A := the local B, as a message would read it: activated, or sent to self while it is not assigned."),
        new(Opcode.GetOuter, "wv-s", "The same for a local of the activation this argument belongs to."),
        new(Opcode.SetLocal, "rv-s", "The local B := A, by setSlot or updateSlot."),
        new(Opcode.SetOuter, "rv-s", "The same for a local of the activation this argument belongs to."),
        new(Opcode.GetSelf, "w--s", "A := self."),
        new(Opcode.Send, "wr-s", "A := B, sent a message without arguments."),
        new(Opcode.SendImplicit, "w--s", "A := a message without receiver and arguments: of the locals, the Locals proto, or self."),
        new(Opcode.SendLocal, "wv-js", "A := the local B, sent a message without arguments. Jumps to the general form when the local holds no plain value."),
        new(Opcode.Begin, "wr-js", "Looks up a message with arguments on B. Its arguments are evaluated next; jumps past the call when it is not to be called."),
        new(Opcode.BeginImplicit, "w--js", "The same without a receiver."),
        new(Opcode.BeginLocal, "wv-js", "The same for a message whose name is the local B."),
        new(Opcode.BeginNumber, "wr-js", "The same for an operator of numbers: on a number nothing is looked up that has not been found before."),
        new(Opcode.Call, "w--s", "Calls what Begin has found, with self in A + 1 and arguments from A + 2."),
        new(Opcode.CallNumber, "w-ns", "The same for the operator C."),
        new(Opcode.SendGeneric, "wr-s", "A := B, sent a message whose arguments the callee has evaluated in the locals object."),
        new(Opcode.Return, "rn-", "Ends the activation or chain with A; as a stop (B = 1), which a block may let through."),
        new(Opcode.Jump, "---j", "Jumps."),
        new(Opcode.Back, "---j", "Jumps back to the head of a loop: a step and a safepoint."),
        new(Opcode.Guard, "wr-js", "Jumps unless B's slot is still the built-in control structure that the code after it has been made from."),
        new(Opcode.GuardSetter, "wr-js", "Jumps unless B's setter is the built-in one and its layout plain, for the SetSlot that follows."),
        new(Opcode.GuardUpdate, "v--j", "Jumps when the local A, called updateSlot, holds something else than the built-in."),
        new(Opcode.Note, "---s", "Counts the message of a control structure that has been compiled in place."),
        new(Opcode.JumpIfFalse, "r--jj", "Jumps to the first when A is false; to the second when A must be asked."),
        new(Opcode.Judge, "w--", "A := whether what asBoolean has answered is true."),
        new(Opcode.AndOr, "-r-js", "Goes on with the argument of and/or when B's built-in evaluates it; else jumps."),
        new(Opcode.Truth, "w--j", "A := true or false for plain values; jumps when A must be asked isTrue."),
        new(Opcode.Add, "wrrjs", "A := B + C for numbers; else jumps to the general form. So do the following."),
        new(Opcode.Subtract, "wrrjs", "A := B - C."),
        new(Opcode.Multiply, "wrrjs", "A := B * C."),
        new(Opcode.Divide, "wrrjs", "A := B / C."),
        new(Opcode.Remainder, "wrrjs", "A := B % C."),
        new(Opcode.Less, "wrrjs", "A := B < C."),
        new(Opcode.LessOrEqual, "wrrjs", "A := B <= C."),
        new(Opcode.Greater, "wrrjs", "A := B > C."),
        new(Opcode.GreaterOrEqual, "wrrjs", "A := B >= C."),
        new(Opcode.Equal, "wrrjs", "A := B == C."),
        new(Opcode.NotEqual, "wrrjs", "A := B != C."),
        new(Opcode.JumpUnlessLess, "-rrjjs", "Jumps to the first unless B < C, for numbers; else to the second. So do the following."),
        new(Opcode.JumpUnlessLessOrEqual, "-rrjjs", "Unless B <= C."),
        new(Opcode.JumpUnlessGreater, "-rrjjs", "Unless B > C."),
        new(Opcode.JumpUnlessGreaterOrEqual, "-rrjjs", "Unless B >= C."),
        new(Opcode.JumpUnlessEqual, "-rrjjs", "Unless B == C."),
        new(Opcode.JumpUnlessNotEqual, "-rrjjs", "Unless B != C."),
        new(Opcode.ForNumber, "r--j", "Jumps unless A is a number."),
        new(Opcode.GoOn, "wr-s", "Goes on with a built-in's own steps, as if it had been given B; A := its value."),
        new(Opcode.ForBegin, "rv-js", "Begins a loop over numbers: A index, A + 1 bound, A + 2 step; B the local that counts, or 0. Jumps when there is no turn."),
        new(Opcode.ForNext, "rv-js", "The next turn: jumps when there is one."),
        new(Opcode.RepeatBegin, "rv-js", "Begins a loop of A + 1 turns."),
        new(Opcode.RepeatNext, "rv-js", "The next turn: jumps when there is one."),
        new(Opcode.ForeachBegin, "wr-js", "Begins a loop over the list or sequence B; answers anything else in A and jumps."),
        new(Opcode.ForeachNext, "r--js", "The next item: jumps when there is none."),
        new(Opcode.SetSlot, "wrrs", "B's slot := C, by setSlot or updateSlot; A := what it answers."),
        new(Opcode.UpdateSlot, "wr-s", "The slot of self, or of an ancestor of it, := B, by the updateSlot of the locals; A := what it answers."),
        new(Opcode.Evaluate, "wn-s", "A := a chain compiled by itself; B: 0 in the locals, 1 in the chain's own target."),
    ];
}
