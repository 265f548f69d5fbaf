namespace IoLab.Bytecode;

/// <summary>The instructions, each with what there is to know of it: <see cref="Opcodes.Table"/> is read off this list.</summary>
internal enum Opcode : byte
{
    [Instruction("w--k", "A := a constant.")]
    Load,
    [Instruction("wr-", "A := B.")]
    Move,
    [Instruction("wv-s", "A := the local B, as a message would read it: activated, or sent to self while it is not assigned.", Effect = Effect.Calls | Effect.InBodies, Site = SitePart.Variable, Span = 3)]
    GetLocal,
    [Instruction("wv-s", "The same for a local of the activation this argument belongs to.", Effect = Effect.Calls | Effect.InArguments, Site = SitePart.Variable, Span = 3)]
    GetOuter,
    [Instruction("xvbs", "The local B := A, by setSlot (C = 1) or updateSlot.", Effect = Effect.Calls | Effect.InBodies, Site = SitePart.Variable | SitePart.Builtin)]
    SetLocal,
    [Instruction("wvbks", "A := a constant, and the local B := A, by setSlot (C = 1) or updateSlot.", Effect = Effect.Calls | Effect.InBodies, Site = SitePart.Variable | SitePart.Builtin)]
    SetConstant,
    [Instruction("xv-s", "The same as SetLocal for a local of the activation this argument belongs to.", Effect = Effect.Calls | Effect.InArguments, Site = SitePart.Variable | SitePart.Builtin)]
    SetOuter,
    [Instruction("w--s", "A := self.", Effect = Effect.Calls | Effect.NotInObjects, Span = 3)]
    GetSelf,
    [Instruction("wr-s", "A := B, sent a message without arguments.", Effect = Effect.Calls | Effect.LooksUp, Span = 3)]
    Send,
    [Instruction("wr-s", "What a Send becomes that finds the same method again and again.", Effect = Effect.Calls | Effect.LooksUp, Span = 3)]
    CallNullary,
    [Instruction("w--s", "A := a message without receiver and arguments: of the locals, the Locals proto, or self.", Effect = Effect.Calls | Effect.NotInObjects | Effect.LooksUp, Span = 3)]
    SendImplicit,
    [Instruction("wr-s", "What a SendImplicit becomes that finds the same method of self, which is B, again and again.", Effect = Effect.Calls | Effect.InBodies | Effect.LooksUp, Span = 3)]
    CallImplicit,
    [Instruction("wv-js", "A := the local B, sent a message without arguments. Jumps to the general form when the local holds no plain value.", Effect = Effect.Calls | Effect.InBodies | Effect.LooksUp, Span = 3)]
    SendLocal,
    [Instruction("wr-js", "Looks up a message with arguments on B. Its arguments are evaluated next; jumps past the call when it is not to be called.", Effect = Effect.Calls | Effect.LooksUp, Site = SitePart.Call, Span = 2)]
    Begin,
    [Instruction("w--js", "The same without a receiver.", Effect = Effect.Calls | Effect.NotInObjects | Effect.LooksUp, Site = SitePart.Call, Span = 2)]
    BeginImplicit,
    [Instruction("wv-js", "The same for a message whose name is the local B.", Effect = Effect.Calls | Effect.InBodies | Effect.LooksUp, Site = SitePart.Call | SitePart.Variable, Span = 2)]
    BeginLocal,
    [Instruction("wr-js", "The same for an operator of numbers: on a number nothing is looked up that has not been found before.", Effect = Effect.Calls | Effect.LooksUp, Site = SitePart.Call, Span = 2)]
    BeginNumber,
    [Instruction("x--s", "Calls what Begin has found, with self in A + 1 and arguments from A + 2.", Effect = Effect.Calls, Span = 2)]
    Call,
    [Instruction("x-ps", "The same for the operator C.", Effect = Effect.Calls, Span = 3)]
    CallNumber,
    [Instruction("wqqjs", "A := B, sent a message with the argument C, neither of which is evaluated by a call. Jumps to the general form unless the cache's newest entry is for B.", Effect = Effect.Calls | Effect.InBodies | Effect.LooksUp, Site = SitePart.Arguments, Span = 3)]
    SendWith,
    [Instruction("wqqqjs", "The same with two arguments.", Effect = Effect.Calls | Effect.InBodies | Effect.LooksUp, Site = SitePart.Arguments, Span = 4)]
    SendWithTwo,
    [Instruction("wqqqqjs", "The same with three arguments.", Effect = Effect.Calls | Effect.InBodies | Effect.LooksUp, Site = SitePart.Arguments, Span = 5)]
    SendWithThree,
    [Instruction("wq-js", "A := the plain value of a slot that B finds, as a message would read it; jumps to the general form when it is none.", Effect = Effect.InBodies | Effect.LooksUp)]
    ReadSlot,
    [Instruction("wq-js", "What a ReadSlot becomes that finds nothing but methods: jumps to the general form.", Effect = Effect.InBodies | Effect.LooksUp)]
    SkipRead,
    [Instruction("wi-s", "A := B, sent a message whose arguments the callee has evaluated in the locals object.", Effect = Effect.Calls | Effect.LooksUp, Span = 3)]
    SendGeneric,
    [Instruction("rb-", "Ends the activation or chain with A; as a stop (B = 1), which a block may let through.", Effect = Effect.Ends)]
    Return,
    [Instruction("---j", "Jumps.", Effect = Effect.Ends)]
    Jump,
    [Instruction("---j", "Jumps back to the head of a loop: a step and a safepoint.", Effect = Effect.Ends | Effect.Polls)]
    Back,
    [Instruction("-r-js", "Jumps unless B's slot is still the built-in control structure that the code after it has been made from.", Effect = Effect.LooksUp, Site = SitePart.Builtin)]
    Guard,
    [Instruction("-r-js", "Jumps unless B's setter is the built-in one and its layout plain, for the SetSlot that follows.", Effect = Effect.LooksUp, Site = SitePart.Variable)]
    GuardSetter,
    [Instruction("v--j", "Jumps when the local A, called updateSlot, holds something else than the built-in.", Effect = Effect.InBodies)]
    GuardUpdate,
    [Instruction("---s", "Counts the message of a control structure that has been compiled in place.")]
    Note,
    [Instruction("r--jj", "Jumps to the first when A is false; to the second when A must be asked.")]
    JumpIfFalse,
    [Instruction("v--jj", "Jumps to the first when the local A is false, to the second when it must be read or asked.", Effect = Effect.InBodies)]
    JumpUnlessLocal,
    [Instruction("r--jj", "Jumps to the first when and/or take A for false; to the second when A must be asked isTrue.")]
    JumpUnlessTrue,
    [Instruction("x--", "A := whether what asBoolean has answered is true.")]
    Judge,
    [Instruction("-r-js", "Goes on with the argument of and/or when B's built-in evaluates it; else jumps.", Effect = Effect.LooksUp)]
    AndOr,
    [Instruction("wr-j", "A := true or false for a plain value B; A := B and jumps when it must be asked isTrue.")]
    Truth,
    [Instruction("wqqj", "A := B + C for numbers; else jumps to the general form. So do the following.")]
    Add,
    [Instruction("wqqj", "A := B - C.")]
    Subtract,
    [Instruction("wqqj", "A := B * C.")]
    Multiply,
    [Instruction("wqqj", "A := B / C.")]
    Divide,
    [Instruction("wqqj", "A := B % C.")]
    Remainder,
    [Instruction("wqqj", "A := B < C.")]
    Less,
    [Instruction("wqqj", "A := B <= C.")]
    LessOrEqual,
    [Instruction("wqqj", "A := B > C.")]
    Greater,
    [Instruction("wqqj", "A := B >= C.")]
    GreaterOrEqual,
    [Instruction("wqqj", "A := B == C.")]
    Equal,
    [Instruction("wqqj", "A := B != C.")]
    NotEqual,
    [Instruction("wq-nj", "A := B + a constant, for numbers; else jumps to the general form.")]
    AddConstant,
    [Instruction("wq-nj", "A := B - a constant.")]
    SubtractConstant,
    [Instruction("-qqjj", "Jumps to the first unless B < C, for numbers; else to the second. So do the following.")]
    JumpUnlessLess,
    [Instruction("-qqjj", "Unless B <= C.")]
    JumpUnlessLessOrEqual,
    [Instruction("-qqjj", "Unless B > C.")]
    JumpUnlessGreater,
    [Instruction("-qqjj", "Unless B >= C.")]
    JumpUnlessGreaterOrEqual,
    [Instruction("-qqjj", "Unless B == C.")]
    JumpUnlessEqual,
    [Instruction("-qqjj", "Unless B != C.")]
    JumpUnlessNotEqual,
    [Instruction("-q-njj", "Jumps to the first unless B is less than a constant, for numbers; else to the second. So do the following.")]
    JumpUnlessLessConstant,
    [Instruction("-q-njj", "Unless B <= a constant.")]
    JumpUnlessLessOrEqualConstant,
    [Instruction("-q-njj", "Unless B > a constant.")]
    JumpUnlessGreaterConstant,
    [Instruction("-q-njj", "Unless B >= a constant.")]
    JumpUnlessGreaterOrEqualConstant,
    [Instruction("-q-kjj", "Unless B == a constant, which may be any.")]
    JumpUnlessEqualConstant,
    [Instruction("-q-kjj", "Unless B != a constant.")]
    JumpUnlessNotEqualConstant,
    [Instruction("r--j", "Jumps unless A is a number.")]
    ForNumber,
    [Instruction("wr-s", "Goes on with a built-in's own steps, as if it had been given B; A := its value.", Effect = Effect.Calls, Site = SitePart.Control)]
    GoOn,
    [Instruction("xo-js", "Begins a loop over numbers: A index, A + 1 bound, A + 2 step; B the local that counts, or 0. Jumps when there is no turn.", Site = SitePart.Variable, Span = 3)]
    ForBegin,
    [Instruction("xo-js", "The next turn: jumps when there is one.", Effect = Effect.Polls, Site = SitePart.Variable, Span = 3)]
    ForNext,
    [Instruction("ro-js", "Begins a loop of A turns, counted in A + 1; B the local that counts, or 0. Jumps when there is none.", Span = 2)]
    RepeatBegin,
    [Instruction("ro-js", "The next turn: jumps when there is one.", Effect = Effect.Polls, Span = 2)]
    RepeatNext,
    [Instruction("ro-js", "Begins a loop over the list or sequence A, its index in A + 1; B the local for the item, or 0. Jumps when there is no item.", Site = SitePart.Variable, Span = 2)]
    ForeachBegin,
    [Instruction("ro-js", "The next item: jumps when there is one.", Effect = Effect.Polls, Site = SitePart.Variable, Span = 2)]
    ForeachNext,
    [Instruction("wrrs", "B's slot := C, by setSlot or updateSlot; A := what it answers.", Effect = Effect.Calls | Effect.LooksUp, Site = SitePart.Variable)]
    SetSlot,
    [Instruction("wqqjs", "B's slot := C, by a built-in setter; A := C. Neither is evaluated by a call. Jumps to the general form, with nothing done, unless both are plain values and B's layout is.", Effect = Effect.InBodies | Effect.LooksUp, Site = SitePart.Variable)]
    StoreSlot,
    [Instruction("wr-s", "The slot of self, or of an ancestor of it, := B, by the updateSlot of the locals; A := what it answers.", Effect = Effect.Calls | Effect.NotInObjects | Effect.LooksUp, Site = SitePart.Variable | SitePart.Builtin)]
    UpdateSlot,
    [Instruction("w--ks", "The same for a constant.", Effect = Effect.Calls | Effect.NotInObjects | Effect.LooksUp, Site = SitePart.Variable | SitePart.Builtin)]
    UpdateConstant,
    [Instruction("wb-s", "A := a chain compiled by itself; B: 0 in the locals, 1 in the chain's own target.", Effect = Effect.Calls, Site = SitePart.Chain)]
    Evaluate,
}
