namespace IoLab.Language.Mutants;

/// <summary>
/// Planted bugs, switched on for one session, that prove the harness finds what it must. Each is asked for at exactly one place in the code. At most 128:
/// see <see cref="MutantSet"/>.
/// </summary>
public enum Mutant
{
    // The lexer and the literals.
    [Planted("language/csharp", "The minus sign of a number's exponent is dropped.")]
    ExponentSign,
    [Planted("language/csharp", "A hexadecimal number from 0x80000000 to 0xFFFFFFFF is read as a negative 32-bit integer.")]
    HexOverflow,
    [Planted("language/csharp", "In a string, an escaped backslash before an n is taken for a newline.")]
    EscapedBackslash,
    [Planted("language/csharp", "A comment inside a comment ends both.")]
    NestedComment,
    [Planted("language/csharp", "A comment that begins with // takes the end of its line along: two statements become one.")]
    CommentEatsNewline,

    // Operators and assignments.
    [Planted("language/csharp", "The operator ** groups from the right.")]
    PowerAssociativity,
    [Planted("language/csharp", "The operator % binds like + and not like *.")]
    ModuloPrecedence,
    [Planted("language/csharp", "An update of a slot of another object, o x = 1, defines the slot where there is none.")]
    UpdateDefines,

    // Numbers.
    [Planted("primitives/csharp", "Number round takes halves to the even neighbour.")]
    RoundHalfToEven,
    [Planted("primitives/csharp", "Number & wraps numbers that do not fit 32 bits.")]
    BitsWrap,

    // Sequences.
    [Planted("primitives/csharp", "Sequence inSlice with the end -1 answers an empty sequence.")]
    InSliceToEnd,
    [Planted("primitives/csharp", "Sequence split answers an empty piece behind a separator that ends the text.")]
    SplitKeepsTail,
    [Planted("primitives/csharp", "Sequence reverseInPlace overwrites the middle item of a sequence of odd size.")]
    ReverseOddSize,
    [Planted("primitives/csharp", "Sequence findSeq does not find a text of narrower items.")]
    FindInWiderItems,
    [Planted("primitives/csharp", "A vector operation with a number leaves out what is behind the last multiple of four items.")]
    VectorTail,

    // Lists.
    [Planted("primitives/csharp", "List removeAt answers the item after the removed one, unless it was the last.")]
    RemoveAtWrongItem,
    [Planted("primitives/csharp", "List slice with a negative step misses the first item.")]
    SliceDownMissesFirst,
    [Planted("primitives/csharp", "Sorting by keys turns items of equal keys around.")]
    SortUnstable,
    [Planted("primitives/csharp", "List unique keeps equal items that are not the same object.")]
    UniqueByIdentity,
    [Planted("primitives/csharp", "List map leaves out items whose turn a continue ended.")]
    MapDropsContinued,

    // Maps.
    [Planted("primitives/csharp", "Map removeAt moves the last entry into the gap.")]
    MapRemovalReorders,
    [Planted("primitives/csharp", "The clone of a map that has entries shares them with it.")]
    MapCloneShares,

    // Dates, messages, blocks.
    [Planted("primitives/csharp", "Setting a part of a date moves the day into its month.")]
    MonthClampsDay,
    [Planted("primitives/csharp", "Message argsEvaluatedIn evaluates in the sender.")]
    ArgumentsInSender,
    [Planted("primitives/csharp", "Block call does not evaluate arguments beyond its formals.")]
    ExtraArguments,

    // Exceptions, control and coroutines.
    [Planted("primitives/csharp", "Exception catch catches the very kind only, no descendants.")]
    CatchExactKind,
    [Planted("primitives/csharp", "Exception pass raises a plain Exception of the same error.")]
    PassForgetsKind,
    [Planted("primitives/csharp", "signal asks the outermost of a coroutine's handlers first.")]
    HandlerOrder,
    [Planted("primitives/csharp", "A handler stays active when the body of its withHandler has ended.")]
    HandlerStays,
    [Planted("primitives/csharp", "for runs once too often when the step is negative.")]
    ForOverrun,
    [Planted("primitives/csharp", "resumeLater of a coroutine that is in the run queue puts it there twice.")]
    DoubleResume,
    [Planted("primitives/csharp", "Of coroutines that wait for the same moment the last wakes first.")]
    TimerOrder,
    [Planted("primitives/csharp", "A continuation can be invoked again.")]
    ContinuationTwice,

    // The prelude.
    [Planted("prelude", "List average is rounded down.")]
    AverageFloor,
    [Planted("prelude", "Duration - changes its receiver.")]
    DurationInPlace,
    [Planted("prelude", "The serialisation of a list lacks its first comma.")]
    SerializedComma,
    [Planted("prelude", "The serialisation of an object that was met before, though not inside itself, is nil.")]
    SerializedTwin,

    // The closure machine's compiler.
    [Planted("evaluation/closure", "The compiled operator % gives the result the divisor's sign.")]
    FlooredRemainder,
    [Planted("evaluation/closure", "The compiled comparison with an integer, x >= n, is x > n - 1: wrong for fractions.")]
    IntegerComparison,
    [Planted("evaluation/closure", "An assignment in a method to a formal that a block has captured is not seen by the block.")]
    CapturedFormals,
    [Planted("evaluation/closure", "An update of a name that the method defines further on defines it there and then.")]
    UpdateBeforeDefinition,
    [Planted("evaluation/closure", "A list of literals is made once and answered again.")]
    SharedListLiteral,
    [Planted("evaluation/closure", "The default of Map at is evaluated even when the key is there.")]
    EagerDefault,
    [Planted("evaluation/closure", "A plain local that is passed unevaluated is read once for each calling place.")]
    StaleLazyArgument,
    [Planted("evaluation/closure", "foreach over a list walks a copy.")]
    ForeachWalksCopy,

    // The closure machine's caches.
    [Planted("evaluation/closure", "A cached method is still called after a nearer proto has gained a slot of its name.")]
    StaleCache,
    [Planted("evaluation/closure", "A cached update adds the slot although no ancestor has it any more.")]
    StaleInheritance,
    [Planted("evaluation/closure", "Of objects of one shape with a method of their own each, all are given the first one's.")]
    WrongHolder,
    [Planted("evaluation/closure", "At a site that has seen four kinds, further kinds get the fourth one's method from their second visit on.")]
    PolymorphicMixUp,
    [Planted("evaluation/closure", "Of objects of one shape with an init of their own each, all clones get the first one's.")]
    CloneInitMixUp,
    [Planted("evaluation/closure", "Compiled code does not see a local that was added under a computed name.")]
    DynamicLocal,

    // The closure machine's suspension and control.
    [Planted("evaluation/closure", "When an argument of a method suspends, the value of the argument before it is lost.")]
    LostOperand,
    [Planted("evaluation/closure", "for skips a turn when its body has suspended.")]
    LoopCounter,
    [Planted("evaluation/closure", "A try whose body suspends no longer catches.")]
    BoundaryLost,
    [Planted("evaluation/closure", "When a message suspends that has exactly one after it in its chain, that one is not sent.")]
    TailMisjudged,
    [Planted("evaluation/closure", "A break or continue in a try ends the loop around it.")]
    BreakThroughTry,
    [Planted("evaluation/closure", "A loop whose last turn ended with continue answers the turn before.")]
    ContinueKeepsValue,
    [Planted("evaluation/closure", "A return in a loop ends the loop only.")]
    ReturnEndsLoop,

    // The bytecode machine's compiler.
    [Planted("evaluation/bytecode", "A condition that compares a local by <= is compiled as <.")]
    FusedBound,
    [Planted("evaluation/bytecode", "A break with a value, in a loop compiled in place, leaves the loop with nil.")]
    BreakForgetsValue,
    [Planted("evaluation/bytecode", "A return in an argument that is compiled in place ends the method around the call.")]
    ArgumentReturns,

    // The bytecode machine's caches.
    [Planted("evaluation/bytecode", "Of objects of one shape with a method of their own each, all are given the one that was found first at a place.")]
    OwnMethodForAll,
    [Planted("evaluation/bytecode", "A cached assignment o x = v adds the slot although the ancestor that had it has lost it.")]
    ForgottenAncestor,

    // The bytecode machine's windows, stops and captures.
    [Planted("evaluation/bytecode", "A local keeps its register when the locals become an object: its method does not see what a block assigns.")]
    CopiedLocals,
    [Planted("evaluation/bytecode", "A break that a loop in place is given from outside its own code ends the turn only.")]
    LaterBreak,
    [Planted("evaluation/bytecode", "When frames are captured while an argument of a method is evaluated, the value of the argument before it is lost.")]
    CapturedArgument,
    [Planted("evaluation/bytecode", "A for whose frames are captured in its body skips a turn.")]
    CapturedLoop,

    // The tree machine.
    [Planted("evaluation/tree", "After a call, the next statement is sent to the callee's locals.")]
    TargetAfterCall,
    [Planted("evaluation/tree", "A loop that a continuation holds goes on in place: invoking a copy continues where the first has come to.")]
    SharedLoop,
    [Planted("evaluation/tree", "A return in the argument of a call ends the method around the call.")]
    ReturnInArgument,
}
