namespace IoLab.Contract;

/// <summary>How a run is profiled; needs <see cref="Capabilities.Profiling"/>.</summary>
public sealed record ProfileOptions
{
    /// <summary>How many instructions lie between two samples of the stack, unless somebody says otherwise. A prime: loops do not fall into step with it.</summary>
    public const long UsualInterval = 997;

    /// <summary>How many instructions lie between two samples of the stack, at least 1: samples are counted and not timed, so that equal runs have equal profiles.</summary>
    public long Interval { get; init; } = UsualInterval;
}

/// <summary>
/// Where a run's instructions and bytes went. Everything is counted exactly but <see cref="Stacks"/>, which are samples. All lists are complete and in descending order of what matters most.
/// </summary>
public sealed record RunProfile
{
    /// <summary>Instructions that were executed.</summary>
    public required long Instructions { get; init; }
    /// <summary>Bytes that were allocated by them and by the built-ins they called.</summary>
    public required Bytes Allocated { get; init; }
    /// <summary>Instructions between two samples of the stack.</summary>
    public required long Interval { get; init; }
    /// <summary>Samples that were taken.</summary>
    public required long Samples { get; init; }
    /// <summary>Methods, blocks, arguments that are evaluated later, and chains, by their own instructions.</summary>
    public required IReadOnlyList<ProfiledMethod> Methods { get; init; }
    /// <summary>Instructions by how often they were executed.</summary>
    public required IReadOnlyList<InstructionCount> Opcodes { get; init; }
    /// <summary>Pairs of instructions that were executed one directly after the other, by how often the second was also directly behind the first.</summary>
    public required IReadOnlyList<InstructionPair> Pairs { get; init; }
    /// <summary>The places of code that send, assign or allocate, by their misses.</summary>
    public required IReadOnlyList<ProfiledSite> Sites { get; init; }
    /// <summary>The stacks that were met, in the order of a walk through the tree of calls.</summary>
    public required IReadOnlyList<SampledStack> Stacks { get; init; }
}

/// <summary>What a stack is made of. Frames of one profile that are the same frame are the same object.</summary>
/// <param name="Name">Its name, such as <c>Ball bounce</c>; what is not code has one, too: <c>(coroutine)</c>, <c>(deeper)</c>.</param>
/// <param name="Label">The file it is defined in; empty: none, as of a built-in.</param>
/// <param name="Line">The line; 0: unknown.</param>
public sealed record ProfileFrame(string Name, string Label, int Line);

/// <summary>A piece of code that ran.</summary>
/// <param name="Frame">What it is.</param>
/// <param name="Calls">How often it was begun.</param>
/// <param name="Instructions">Its own instructions.</param>
/// <param name="Samples">The samples in which it was on the stack.</param>
/// <param name="Allocated">Bytes it allocated itself or by built-ins it called.</param>
public sealed record ProfiledMethod(ProfileFrame Frame, long Calls, long Instructions, long Samples, Bytes Allocated);

/// <summary>How often an instruction was executed.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How often.</param>
public sealed record InstructionCount(string Name, long Count);

/// <summary>Two instructions in a row.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
/// <param name="Adjacent">How often the second was executed directly after the first, and is directly behind it in the same code: what one instruction could do.</param>
/// <param name="Across">How often it was executed directly after it by a jump, a call or a return.</param>
public sealed record InstructionPair(string First, string Second, long Adjacent, long Across);

/// <summary>A place in code where a message is sent or assigned, or that allocated.</summary>
/// <param name="Method">The code it is in.</param>
/// <param name="Label">The file of the message.</param>
/// <param name="Line">Its line; 0: unknown.</param>
/// <param name="Message">The message.</param>
/// <param name="Instruction">The instruction it became here.</param>
/// <param name="LooksUp">Does it look something up? Then what is neither searched nor missed was answered by the newest entry of its cache.</param>
/// <param name="Count">How often it was executed.</param>
/// <param name="Searched">How often the answer was in the cache, but not for the loop's quick way.</param>
/// <param name="Misses">How often it was not there.</param>
/// <param name="Entries">How many shapes the cache knows at the end.</param>
/// <param name="IsMegamorphic">Were they too many for a list?</param>
/// <param name="Allocated">Bytes allocated here.</param>
public sealed record ProfiledSite(
    ProfileFrame Method, string Label, int Line, string Message, string Instruction, bool LooksUp, long Count, long Searched, long Misses, int Entries, bool IsMegamorphic, Bytes Allocated)
{
    /// <summary>How often the cache had the answer.</summary>
    public long Hits => Count - Misses;
}

/// <summary>A stack that was met.</summary>
/// <param name="Frames">The frames, the outermost first; a recursion's turns are one.</param>
/// <param name="Samples">In how many samples.</param>
/// <param name="Allocated">Bytes that were allocated between these samples and the ones before them.</param>
public sealed record SampledStack(IReadOnlyList<ProfileFrame> Frames, long Samples, Bytes Allocated);

/// <summary>A run was cancelled; what it had come to is kept.</summary>
public sealed class CancelledRunException(RunResult result, CancellationToken token) : OperationCanceledException(token)
{
    /// <summary>What there is of the run: its output so far, counters, profile.</summary>
    public RunResult Result { get; } = result;
}
