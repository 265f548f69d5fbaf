using IoLab.Language;

namespace IoLab.Bytecode.Profiling;

/// <summary>
/// Counts what a run executes. It is told of an instruction before it is executed; what the machine's own counters and the thread's allocated bytes have moved by until it is told of the next
/// one is the first one's doing. So nothing of the loop, of its quick ways or of the built-ins knows that it is watched.
/// </summary>
internal sealed class ProfileRecorder
{
    private readonly BytecodeMachine _machine;
    private readonly StackReader _stacks;
    private readonly List<CodeProfile> _profiles = [];
    private CodeProfile? _at;
    private int _pc, _opcode, _next;
    /// <summary>Whose site is at work while the loop is left.</summary>
    private CodeProfile? _caller;
    private int _callerPc;
    private long _untilSample, _searched, _missed, _bytes, _bytesSinceSample;

    /// <summary>Begins to count.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="interval">Instructions between two samples of the stack.</param>
    /// <param name="program">The program that is run.</param>
    public ProfileRecorder(BytecodeMachine machine, long interval, Message? program)
    {
        _machine = machine;
        Interval = _untilSample = Math.Max(1, interval);
        Names = new FrameNames(machine.Vm, program);
        _stacks = new StackReader(machine, this);
        _searched = machine.Searched;
        _missed = machine.Missed;
        _bytes = GC.GetAllocatedBytesForCurrentThread();
    }

    /// <summary>Instructions between two samples.</summary>
    public long Interval { get; }
    /// <summary>What frames are called.</summary>
    public FrameNames Names { get; }
    /// <summary>Samples by their stacks.</summary>
    public StackTree Tree { get; } = new();
    /// <summary>All code that was executed.</summary>
    public IReadOnlyList<CodeProfile> Profiles => _profiles;
    /// <summary>Pairs of instructions, by first * 256 + second: one behind the other in the same code.</summary>
    public long[] Adjacent { get; } = new long[1 << 16];
    /// <summary>The same after a jump, a call or a return.</summary>
    public long[] Across { get; } = new long[1 << 16];

    /// <summary>The next instruction of the newest record.</summary>
    public void Note(Strand strand, Code code, int pc)
    {
        if (_at is not null)
            Settle(_at, _pc);
        var opcode = (int)(code.Words[pc] & 255);
        var isSame = _at is { } last && ReferenceEquals(last.Code, code);
        var profile = isSame ? _at! : ProfileOf(code, strand.Records[strand.Depth].Target);
        if (pc == 0 && !(isSame && Jumps(_opcode)))
            profile.Calls++;
        profile.Tallies[pc].Count++;
        if (_at is not null)
            (isSame && pc == _next ? Adjacent : Across)[_opcode << 8 | opcode]++;
        _at = profile;
        _pc = pc;
        _opcode = opcode;
        _next = pc + Opcodes.Table[opcode].Words;
        if (--_untilSample == 0)
            Sample(strand);
    }

    /// <summary>The loop is left: what happens until <see cref="Return"/> is done by built-ins for the newest record that is code.</summary>
    public void Leave(Strand strand)
    {
        if (_at is null)
            return;
        Settle(_at, _pc);
        (_caller, _callerPc) = (_at, _pc);
        for (var i = strand.Depth; i > 0; i--)
        {
            if (strand.Records[i] is not { Code: { Profile: { } profile }, Pc: var pc })
                continue;
            if (pc > 0 && ReferenceEquals(profile.Recorder, this))
                (_caller, _callerPc) = (profile, profile.BeginningBefore(pc));
            break;
        }
        Forget();
    }

    /// <summary>The loop is entered again, or the run is over.</summary>
    public void Return()
    {
        if (_caller is not null)
            Settle(_caller, _callerPc);
        else
            Forget();
    }

    /// <summary>What is counted of a piece of code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="target">Who was called, where it is a body.</param>
    public CodeProfile ProfileOf(Code code, CallTarget? target)
    {
        if (code.Profile is { } known && ReferenceEquals(known.Recorder, this))
            return known;
        var profile = new CodeProfile(this, code, Names.Of(code, target));
        code.Profile = profile;
        _profiles.Add(profile);
        Forget();
        return profile;
    }

    /// <summary>Gives what has moved since the last time to an instruction.</summary>
    private void Settle(CodeProfile profile, int pc)
    {
        ref var tally = ref profile.Tallies[pc];
        if (_machine.Searched != _searched)
        {
            tally.Searched += _machine.Searched - _searched;
            _searched = _machine.Searched;
        }
        if (_machine.Missed != _missed)
        {
            tally.Misses += _machine.Missed - _missed;
            _missed = _machine.Missed;
        }
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        tally.Bytes += bytes - _bytes;
        _bytesSinceSample += bytes - _bytes;
        _bytes = bytes;
    }

    /// <summary>What has been allocated here is nobody's.</summary>
    private void Forget() => _bytes = GC.GetAllocatedBytesForCurrentThread();

    private void Sample(Strand strand)
    {
        Tree.Add(_stacks.Read(strand), _bytesSinceSample);
        _bytesSinceSample = 0;
        _untilSample = Interval;
        Forget();
    }

    /// <summary>Does an instruction go on in its own code without having called anybody?</summary>
    private static bool Jumps(int opcode) => !Opcodes.Table[opcode].Has(Effect.Calls) && (Opcode)opcode != Opcode.Return;
}
