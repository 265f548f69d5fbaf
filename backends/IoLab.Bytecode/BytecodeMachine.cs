using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;

namespace IoLab.Bytecode;

/// <summary>
/// The bytecode machine: one loop over register code, its frames in a strand per coroutine, nothing on the host's stack. This part holds its state; the others run code (Execute), look up
/// (Sends), step control built-ins (Control), unwind, and turn strands into portable frames (Capture).
/// </summary>
internal sealed partial class BytecodeMachine : Machine
{
    /// <summary>The built-in behind <c>x := v</c>.</summary>
    public static readonly Builtin SetSlotBuiltin = Builtins.Find("Object", "setSlot");
    /// <summary>The built-in behind <c>o x = v</c>.</summary>
    public static readonly Builtin UpdateSlotBuiltin = Builtins.Find("Object", "updateSlot");
    /// <summary>The built-in behind <c>x = v</c>.</summary>
    public static readonly Builtin LocalsUpdate = Builtins.Find("Locals", "updateSlot");

    private static readonly Shape NoShape = Shape.Root([]);
    /// <summary>Answered by what has pushed a record that must run first.</summary>
    private static readonly IoObject PushedObject = new(NoShape, null, null, ObjectFlags.Sentinel);

    private readonly Value _pushed = PushedObject;
    private readonly Value _nil, _true, _false, _unwind;
    private readonly Symbol _asBoolean, _equal, _notEqual;
    private readonly int _reifyEvery;
    private readonly Runtime.Host.HostServices _host;
    private readonly EpochClock _clock;
    private readonly Symbol[] _assumed;
    private readonly int[] _assumedEpochs;
    private readonly EpochWatch _watch = new();
    private readonly Strand _main;
    private readonly HashSet<Symbol> _redefined = [];
    /// <summary>What operators of numbers were when code took them for granted: the built-in and whose slot it was.</summary>
    private readonly Dictionary<Symbol, (IoObject Callee, IoObject Holder)> _plainOperators = [];
    private int _untilReify;
    private int _codeVersion;
    private int _stopsGiven;
    private Strand _strand;
    private Strand? _spare;
    private IoObject _coroutine;
    private Frame? _frames;
    /// <summary>Must the next safepoint turn all frames into portable ones? Then <see cref="_watch"/> is touched too.</summary>
    private bool _mustReify;
    private Value _result;
    /// <summary>The activation that was given a stop since frames were last captured.</summary>
    private Activation? _stopGiven;
    /// <summary>How often each instruction was executed while steps were counted.</summary>
    private readonly long[] _executed = new long[256];
    private bool _hadNumberSlots;
    private long _reifications, _compiledBlocks, _misses, _hits;

    /// <summary>A machine for a world.</summary>
    public BytecodeMachine(Vm vm, int reifyEvery)
        : base(vm)
    {
        _nil = vm.Nil;
        _true = vm.True;
        _false = vm.False;
        _unwind = vm.Unwind;
        _asBoolean = vm.Names.AsBoolean;
        _equal = vm.Symbols.Intern("==");
        _notEqual = vm.Symbols.Intern("!=");
        _host = vm.Host;
        _clock = vm.Symbols.Clock;
        _numberShape = vm.World.Number.Shape;
        _reifyEvery = _untilReify = reifyEvery;
        _coroutine = vm.World.MainCoroutine;
        _strand = _main = new Strand(this, 1 << 16, 1 << 12);
        _assumed = [.. Compiler.AssumedNames.Concat(Compiler.AssumedOperators).Select(name => vm.Symbols.Intern(name))];
        _assumedEpochs = new int[_assumed.Length];
        Array.Fill(_assumedEpochs, -1);
        foreach (var name in _assumed)
        {
            vm.Symbols.Keep(name);
            name.Watch = _watch;
        }
    }

    /// <summary>Is all code checked before it runs? In tests always.</summary>
    public bool Verifies { get; set; } = AppContext.TryGetSwitch("IoLab.VerifyCode", out var verifies) && verifies;

    /// <summary>Does it remember all code it compiles?</summary>
    public bool KeepsCode { get; init; }

    /// <summary>What tests do to code before it is checked.</summary>
    public Func<Code, Code>? Retouch { get; init; }

    /// <summary>The code compiled since a run began, when it is remembered.</summary>
    public List<Code> Compiled { get; } = [];

    /// <summary>The program of the last run.</summary>
    public Message? Program { get; private set; }

    /// <summary>Does it count steps and report events?</summary>
    public bool IsInstrumented { get; private set; }

    /// <summary>Counts what makes records of suspended coroutines stale: code that holds no longer, and stops given to activations.</summary>
    public int Changes => _codeVersion + _stopsGiven;

    /// <inheritdoc/>
    public override IoObject CurrentCoroutine => _coroutine;

    /// <summary>Do locals find something else than the built-in under one of <see cref="Compiler.AssumedNames"/>?</summary>
    public bool IsRedefined(Symbol name) => _redefined.Contains(name);

    /// <summary>
    /// Looks whether what code in place takes for granted still holds. It can only have changed when the epoch of one of these names has, which a watch tells; so the loop looks at
    /// the watch after built-ins that may change slots, and compiled code asks for nothing.
    /// </summary>
    private bool AssumptionsHold()
    {
        var changed = false;
        if (_hadNumberSlots != Vm.World.HasNumberSlots)
        {
            _hadNumberSlots = !_hadNumberSlots;
            _assumedEpochs.AsSpan(Compiler.AssumedNames.Length).Fill(-1);
        }
        for (var i = 0; i < _assumed.Length; i++)
        {
            var name = _assumed[i];
            if (_assumedEpochs[i] == name.Epoch)
                continue;
            _assumedEpochs[i] = name.Epoch;
            var isPlain = i < Compiler.AssumedNames.Length ? IsPlainForLocals(name) : IsPlainForNumbers(name) && (name.Text != Compiler.Sign || IsPlainForLocals(name));
            changed |= isPlain ? _redefined.Remove(name) : _redefined.Add(name);
        }
        return !changed;
    }

    private bool IsPlainForLocals(Symbol name) =>
        !name.IsDynamicLocal && Vm.Lookup.TryFind(Vm.World.Locals, name, out var found)
        && found.Raw.PayloadAs<CFunctionPayload>()?.Builtin is { Proto: "Object" or "Locals" } builtin && builtin.Name == name.Text;

    private bool IsPlainForNumbers(Symbol name)
    {
        if (Vm.World.HasNumberSlots || !Vm.Lookup.TryFind(Vm.World.Number, name, out var found)
            || found.Raw.PayloadAs<CFunctionPayload>()?.Builtin is not { Proto: "Number" or "Object", Kind: not BuiltinKind.Control } builtin || builtin.Name != name.Text)
            return false;
        _plainOperators[name] = (found.Raw.Ref!, found.Holder);
        return true;
    }

    /// <summary>The compiled body of a block. Nobody but this machine gives code to the blocks of its world: that is not asked at each call.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private Code CodeOf(BlockPayload block)
    {
        System.Diagnostics.Debug.Assert(block.Code is null or Code, "The code of another machine.");
        return System.Runtime.CompilerServices.Unsafe.As<Code?>(block.Code) is { } code && code.Version == _codeVersion ? code : Compile(block);
    }

    /// <summary>All code passes here when it has been compiled.</summary>
    public Code Accept(Code code)
    {
        code = Retouch?.Invoke(code) ?? code;
        if (KeepsCode)
            Compiled.Add(code);
        if (Verifies)
            Verifier.Check(code);
        return code;
    }

    private Code Compile(BlockPayload block)
    {
        // Each evaluation of a literal makes another block of the same message; they share their code and what its sites know.
        var shared = block.Body is { } body ? CodeOf(body) : null;
        if (shared?.Body is not { } code || !code.IsFor(block.Formals))
        {
            _compiledBlocks++;
            code = Compiler.Body(this, block, _codeVersion);
            if (shared is not null)
                shared.Body = code;
        }
        block.Code = code;
        return code;
    }

    private MessageCode CodeOf(Message message)
    {
        if (message.Code is MessageCode code && code.Version == _codeVersion)
            return code;
        code = new MessageCode { Version = _codeVersion };
        message.Code = code;
        return code;
    }

    /// <summary>Makes the Locals object of an activation and moves its locals there.</summary>
    public IoObject Materialize(Strand strand, int record)
    {
        ref var it = ref strand.Records[record];
        var target = it.Target!;
        var block = target.Block!;
        var code = it.Code!;
        var self = strand.Registers[it.Base + Code.SelfRegister];
        var activation = new Activation
        {
            Block = target.Callee, Self = self, OwnTarget = block.Scope is null ? self : (Value?)null, Message = target.Message, SenderSource = strand,
            Window = record, RegisterNames = code.NameSet, PassStops = block.PassStops, SlotContext = target.SlotContext,
        };
        var locals = Vm.World.NewLocals(block, activation);
        var moved = Vm.Mutants.Has(Mutant.CopiedLocals) ? code.FormalCount : code.Names.Length;
        for (var i = 0; i < code.Names.Length; i++)
        {
            ref var register = ref strand.Registers[it.Base + Code.FirstRegister + i];
            if (!register.Is(Sentinels.Absent))
                Vm.Slots.Set(locals, code.Names[i], register);
            if (i < moved)
                register = Sentinels.Moved;
        }
        strand.Registers[it.Base] = locals;
        if (it.Sender is { } sender)
            activation.Sender = sender;
        return locals;
    }

    /// <inheritdoc/>
    public override void ReleaseDeadValues()
    {
        var strand = _strand;
        strand.Registers.AsSpan(FirstDead(strand)).Clear();
        strand.Records.AsSpan(strand.Depth + 1).Clear();
    }

    /// <summary>The first register behind the arguments of the call at work.</summary>
    private static int FirstDead(Strand strand)
    {
        ref var record = ref strand.Records[strand.Depth];
        if (strand.Depth == 0 || record.Code is not { } code)
            return strand.Top;
        var pc = 0;
        while (pc + Opcodes.Table[code.Words[pc] & 255].Words < record.Pc)
            pc += Opcodes.Table[code.Words[pc] & 255].Words;
        return record.Base + (int)(code.Words[pc] >> 8 & 255) + Code.FirstRegister + code.Sites[code.Words[record.Pc - 1]].Count;
    }

    /// <inheritdoc/>
    public override Value Run(Message? program, Value target, IoObject locals)
    {
        Clear();
        if (KeepsCode && program is not null && !ReferenceEquals(program.Label, Prelude.Label))
        {
            Compiled.Clear();
            Program = program;
        }
        BeginProfile(program);
        Vm.Coroutines.StartMain();
        return Loop(EvalChain(program, target, locals));
    }

    /// <inheritdoc/>
    public override Value Resume(IoObject coroutine, Value value)
    {
        Clear();
        EnterCoroutine(coroutine);
        return Loop(value);
    }

    /// <inheritdoc/>
    public override void Reset() => Clear();

    private void Clear()
    {
        Vm.Stop = StopKind.None;
        _coroutine = Vm.World.MainCoroutine;
        _frames = null;
        _strand = _main;
        _strand.Depth = 0;
        ((CoroutinePayload)_coroutine.Payload!).Live = null;
        _mustReify = false;
        _watch.IsTouched = false;
        _stopGiven = null;
        if (!AssumptionsHold())
            _codeVersion++;
    }

    private Value Loop(Value value)
    {
        if (_recorder is not null)
            return ProfiledLoop(value);
        using var youth = Youth.Begin(_host);
        while (Deliver(value))
            value = IsInstrumented ? Execute<Instrumented>() : Execute<Plain>();
        return _result;
    }

    /// <inheritdoc/>
    public override void NoteEdited(Message message)
    {
        _codeVersion++;
        _mustReify = _watch.IsTouched = true;
    }

    /// <inheritdoc/>
    public override void NotePendingStop(Activation activation)
    {
        // Only portable frames tell which activations are still there.
        _stopGiven = activation;
        _stopsGiven++;
        _mustReify = _watch.IsTouched = true;
    }

    /// <inheritdoc/>
    public override void Configure(bool isInstrumented)
    {
        if (isInstrumented == IsInstrumented)
            return;
        IsInstrumented = isInstrumented;
        _codeVersion++;
    }

    /// <inheritdoc/>
    public override void AddCounters(IDictionary<string, long> counters)
    {
        counters["cache.polymorphicHits"] = _hits;
        counters["cache.misses"] = _misses;
        counters["reifications"] = _reifications;
        counters["compiled.blocks"] = _compiledBlocks;
        for (var i = 0; i < _executed.Length; i++)
        {
            if (_executed[i] > 0)
                counters[$"instructions.{(Opcode)i}"] = _executed[i];
        }
    }

    /// <inheritdoc/>
    public override void NoteRaise(IoObject exception)
    {
        var entries = new List<TraceEntry>();
        for (var i = _strand.Depth; i > 0 && entries.Count < CoroutinePayload.MaxTrace; i--)
        {
            ref var record = ref _strand.Records[i];
            if (record.Code is not null && record.Target is { Block.IsOpaque: false } target)
                entries.Add(new TraceEntry(_strand.Registers[record.Base].Ref?.Payload is Activation made ? made.Self : _strand.Registers[record.Base + Code.SelfRegister], target.Message));
        }
        for (var frame = _frames; frame is not null && entries.Count < CoroutinePayload.MaxTrace; frame = frame.Parent)
        {
            if (frame is ActivationFrame { Activation: var a } && !((BlockPayload)a.Block.Payload!).IsOpaque)
                entries.Add(new TraceEntry(a.Self, a.Message));
        }
        ((CoroutinePayload)CurrentCoroutine.Payload!).RaisedIn = [.. entries];
    }
}
