using IoLab.Contract;

namespace IoLab.Bytecode.Profiling;

/// <summary>What has been counted of one instruction at its place.</summary>
internal struct Tally
{
    /// <summary>How often it was executed.</summary>
    public long Count;
    /// <summary>How often its site's list or table had the answer.</summary>
    public long Searched;
    /// <summary>How often its site's cache did not.</summary>
    public long Misses;
    /// <summary>Bytes it allocated.</summary>
    public long Bytes;
}

/// <summary>What one run has counted of a piece of code.</summary>
/// <param name="recorder">Who counts.</param>
/// <param name="code">The code.</param>
/// <param name="frame">What it is in listings and stacks.</param>
internal sealed class CodeProfile(ProfileRecorder recorder, Code code, ProfileFrame frame)
{
    /// <summary>By the place of the instruction.</summary>
    public readonly Tally[] Tallies = new Tally[code.Words.Length];

    /// <summary>How often it was begun.</summary>
    public long Calls;

    private int[]? _beginnings;

    /// <summary>Who counts.</summary>
    public ProfileRecorder Recorder { get; } = recorder;

    /// <summary>The code.</summary>
    public Code Code { get; } = code;

    /// <summary>What it is in listings and stacks.</summary>
    public ProfileFrame Frame { get; } = frame;

    /// <summary>Where the instruction begins behind which a program counter is.</summary>
    public int BeginningBefore(int pc)
    {
        if (_beginnings is null)
        {
            _beginnings = new int[Code.Words.Length + 1];
            foreach (var place in Places())
                _beginnings[place + Opcodes.Table[Code.Words[place] & 255].Words] = place;
        }
        return _beginnings[pc];
    }

    /// <summary>Where instructions begin.</summary>
    public IEnumerable<int> Places()
    {
        for (var pc = 0; pc < Code.Words.Length; pc += Opcodes.Table[Code.Words[pc] & 255].Words)
            yield return pc;
    }
}
