using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Closure;

/// <summary>
/// The closure machine: node objects over one register stack, host recursion for calls, and reify to portable frames for everything the
/// host stack cannot do (switches, captures, depth). This part holds the registers, the records of activations and calls; the other
/// parts reify and resume.
/// </summary>
internal sealed partial class ClosureMachine : Machine, ILocalsSource, ISenderSource
{
    /// <summary>Arguments of an eager built-in beyond this many are collected on the heap.</summary>
    public const int MaxStackArguments = 256;

    /// <summary>Host depth at which the stack is reified: deep host stacks make every collection slow.</summary>
    private const int MaxDepth = 1500;
    private const int StackSize = 1 << 18;
    /// <summary>Room for one window and its arguments, checked together with depth.</summary>
    private const int StackSlack = 4096;

    private readonly Value[] _stack = new Value[StackSize];
    private readonly Record[] _records = new Record[MaxDepth + 8];
    private Compiler _compiler;
    private readonly int _reifyEvery;
    private int _untilReify;
    private int _top;
    private int _depth;
    private int _codeVersion;
    private CallTarget? _lastCall;

    /// <summary>A machine for a world.</summary>
    public ClosureMachine(Vm vm, int reifyEvery)
        : base(vm)
    {
        Nil = vm.Nil;
        True = vm.True;
        False = vm.False;
        Unwind = vm.Unwind;
        _reifyEvery = _untilReify = reifyEvery;
        _coroutine = vm.World.MainCoroutine;
        _compiler = new Compiler<Plain>(vm);
    }

    /// <summary>nil.</summary>
    public readonly Value Nil;
    /// <summary>true.</summary>
    public readonly Value True;
    /// <summary>false.</summary>
    public readonly Value False;
    /// <summary>The unwind sentinel.</summary>
    public readonly Value Unwind;

    /// <summary>Inline cache hits beyond the first entry.</summary>
    public long CacheHits;
    /// <summary>Inline cache misses.</summary>
    public long CacheMisses;

    private long _reifications;
    private long _compiledBlocks;

    /// <summary>The shape lookups on numbers start from.</summary>
    public Shape NumberShape => Vm.World.Number.Shape;

    /// <summary>Is the stack being reified?</summary>
    public bool IsSuspending => Vm.Stop == StopKind.Suspend;

    /// <summary>Must the next safepoint reify, because compiled code is stale?</summary>
    public bool IsReifyRequested;

    /// <summary>A boolean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Bool(bool b) => b ? True : False;

    /// <summary>The place of a window on the stack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IndexOf(ref Value r) =>
        (int)(Unsafe.ByteOffset(ref MemoryMarshal.GetArrayDataReference(_stack), ref r) >> 4);

    /// <summary>A register by its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Value WindowAt(int index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_stack), index);

    /// <summary>Some registers.</summary>
    public Span<Value> Span(int index, int count) => _stack.AsSpan(index, count);

    /// <summary>Takes registers from the top of the stack. There is always room: see <see cref="MayEnter"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Reserve(int count)
    {
        var window = _top;
        _top = window + count;
        return window;
    }

    /// <summary>Gives registers back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(int window) => _top = window;

    /// <inheritdoc/>
    public override void ReleaseDeadValues() => _stack.AsSpan(_top).Clear();

    /// <summary>Is there host depth and stack left for a call, and nothing that asks for a safepoint?</summary>
    public bool MayEnter
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _depth < MaxDepth && _top < StackSize - StackSlack && !IsReifyRequested && (_reifyEvery == 0 || --_untilReify > 0);
    }

    /// <summary>Counts a send. False when the run must end.</summary>
    public bool CountSend(Message message, Kind receiver)
    {
        // Instrumented code also answers what the session asks when the run is over.
        if (!Vm.IsInstrumented)
            return Poll();
        if (!Vm.CountStep())
            return false;
        Vm.Tracer?.Send(message, receiver);
        return true;
    }

    /// <summary>The compiled body of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BlockCode CodeOf(BlockPayload block) =>
        block.Code is BlockCode code && code.Version == _codeVersion ? code : Compile(block);

    private BlockCode Compile(BlockPayload block)
    {
        // Each evaluation of a literal makes another block of the same message; they share their code and what its call sites know.
        var shared = block.Body is { } body ? CodeOf(body) : null;
        if (shared?.Body is not { } code || !code.IsFor(block.Formals))
        {
            _compiledBlocks++;
            code = _compiler.CompileBlock(block, _codeVersion);
            if (shared is not null)
                shared.Body = code;
        }
        block.Code = code;
        return code;
    }

    /// <summary>Runs a block whose formals are in place. Releases the window.</summary>
    public Value Enter(CallTarget target, BlockCode code, int window, int callerWindow, Value self)
    {
        ref var w = ref WindowAt(window);
        var depth = ++_depth;
        ref var record = ref _records[depth];
        // Stores of references cost a write barrier; in a loop the record mostly holds the same already.
        if (!ReferenceEquals(record.Target, target))
            record.Target = target;
        if (!ReferenceEquals(record.Code, code))
            record.Code = code;
        record.Window = window;
        record.CallerWindow = callerWindow;
        w = new Value((double)depth);
        Unsafe.Add(ref w, Node.SelfRegister) = target.Block.Scope is { } scope ? scope : self;
        for (var i = code.FormalCount; i < code.Names.Length; i++)
            Unsafe.Add(ref w, Node.FirstRegister + i) = Sentinels.Absent;
        Value value;
        if (code.UsesObject)
        {
            var locals = LocalsOf(ref w);
            Unsafe.Add(ref w, Node.SelfRegister) = locals;
            value = code.Body.Eval(this, ref w);
        }
        else
        {
            value = code.Body.Eval(this, ref w);
        }
        if (value.IsUnwind)
            value = LeaveUnwinding(depth, target);
        if (w.Ref?.Payload is Activation { PendingStop: var pending and not StopKind.None } && !value.IsUnwind)
            value = SuspendStop(pending, value, target.Block.PassStops);
        _depth = depth - 1;
        _top = window;
        return value;
    }

    private Value LeaveUnwinding(int depth, CallTarget target)
    {
        var stop = Vm.Stop;
        if ((stop & StopKind.Local) != 0 && !target.Block.PassStops)
        {
            Vm.Stop = StopKind.None;
            return Vm.StopValue;
        }
        if (stop == StopKind.Suspend)
            CaptureActivation(depth);
        return Unwind;
    }

    /// <summary>Calls a block with values for its formals.</summary>
    public Value CallValues(IoObject callee, Value self, Message message, int callerWindow, IoObject? slotContext, ReadOnlySpan<Value> values)
    {
        var block = (BlockPayload)callee.Payload!;
        var code = CodeOf(block);
        var window = Reserve(code.WindowSize);
        ref var w = ref WindowAt(window);
        for (var i = 0; i < code.FormalRegisters.Length; i++)
            Unsafe.Add(ref w, code.FormalRegisters[i]) = i < values.Length ? values[i] : Nil;
        if (_lastCall is not { HasSenderAsContext: false } target || !ReferenceEquals(target.Callee, callee) || !ReferenceEquals(target.Message, message)
            || !ReferenceEquals(target.SlotContext, slotContext))
            _lastCall = target = new CallTarget(message, [], callee, slotContext);
        return Enter(target, code, window, callerWindow, self);
    }

    /// <summary>Evaluates a chain in a context of objects.</summary>
    public Value EvalChain(Message? chain, Value target, IoObject locals)
    {
        if (chain is null)
            return Nil;
        if (!MayEnter)
            return SuspendChain(chain, target, locals);
        var window = EnterObjectWindow(target, locals);
        var value = Nil;
        ref var w = ref WindowAt(window);
        for (var m = chain; m is not null;)
        {
            var code = CodeOf(m);
            code.Statement ??= _compiler.CompileStatement(m, code);
            value = code.Statement.Eval(this, ref w);
            if (value.IsUnwind)
                break;
            m = code.NextStatement;
        }
        LeaveObjectWindow(window);
        return value;
    }

    /// <summary>Goes on with a chain, to its end, whose receiver so far is <paramref name="receiver"/>.</summary>
    public Value EvalRest(Message? rest, Value receiver, Value target, IoObject locals)
    {
        if (rest is { IsTerminator: false })
        {
            receiver = EvalRestOfStatement(rest, receiver, target, locals);
            if (receiver.IsUnwind)
                return receiver;
            while (rest is { IsTerminator: false })
                rest = rest.Next;
        }
        if (rest is null)
            return receiver;
        if (rest.IsTerminator)
        {
            while (rest is { IsTerminator: true })
                rest = rest.Next;
            return rest is null ? receiver : EvalChain(rest, target, locals);
        }
        return receiver;
    }

    /// <summary>Goes on with a chain up to the end of its statement.</summary>
    public Value EvalRestOfStatement(Message rest, Value receiver, Value target, IoObject locals)
    {
        if (!MayEnter)
            return SuspendRest(rest, receiver, target, locals);
        var window = EnterObjectWindow(target, locals);
        ref var w = ref WindowAt(window);
        Unsafe.Add(ref w, Node.FirstRegister) = receiver;
        var code = CodeOf(rest);
        code.Rest ??= _compiler.CompileRest(rest);
        var value = code.Rest.Eval(this, ref w);
        LeaveObjectWindow(window);
        return value;
    }

    private int EnterObjectWindow(Value target, IoObject locals)
    {
        var window = Reserve(Node.FirstRegister + 1);
        ref var w = ref WindowAt(window);
        w = locals;
        Unsafe.Add(ref w, Node.SelfRegister) = target;
        _records[++_depth].Target = null;
        return window;
    }

    private void LeaveObjectWindow(int window)
    {
        _depth--;
        _top = window;
    }

    private MessageCode CodeOf(Message message)
    {
        if (message.Code is MessageCode code && code.Version == _codeVersion)
            return code;
        code = new MessageCode { Version = _codeVersion };
        message.Code = code;
        return code;
    }

    /// <summary>The Locals object of a window.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IoObject LocalsOf(ref Value r) => r.Ref ?? Materialize((int)r.Num);

    /// <summary>Makes the Locals object of an activation and moves its locals there.</summary>
    private IoObject Materialize(int depth)
    {
        ref var record = ref _records[depth];
        var target = record.Target!;
        var block = target.Block;
        var code = record.Code!;
        ref var w = ref WindowAt(record.Window);
        var self = Unsafe.Add(ref w, Node.SelfRegister);
        var activation = new Activation
        {
            Block = target.Callee, Self = self, OwnTarget = block.Scope is null ? self : (Value?)null, Message = target.Message, SenderSource = this,
            Window = record.Window, RegisterNames = code.NameSet, PassStops = block.PassStops,
            SlotContext = block.Scope is not null && ReferenceEquals(target.SlotContext, WindowAt(record.CallerWindow).Ref) ? null : target.SlotContext,
        };
        var locals = Vm.World.NewLocals(block, activation);
        var kept = Vm.Mutants.Has(Mutant.CapturedFormals) ? code.FormalCount : 0;
        for (var i = 0; i < code.Names.Length; i++)
        {
            ref var register = ref Unsafe.Add(ref w, Node.FirstRegister + i);
            if (!register.Is(Sentinels.Absent))
                Vm.Slots.Set(locals, code.Names[i], register);
            if (i >= kept)
                register = Sentinels.Moved;
        }
        w = locals;
        return locals;
    }

    /// <inheritdoc/>
    public IoObject MaterializeLocals(int window) => LocalsOf(ref WindowAt(window));

    /// <inheritdoc/>
    public void SetLocal(int window, Symbol name, Value value)
    {
        ref var w = ref WindowAt(window);
        if (w.Ref is { } locals)
        {
            Vm.Slots.Set(locals, name, value);
            return;
        }
        var names = _records[(int)w.Num].Code!.Names;
        var index = Array.IndexOf(names, name);
        if (index >= 0)
            Unsafe.Add(ref w, Node.FirstRegister + index) = value;
        else
            Vm.Slots.Set(LocalsOf(ref w), name, value);
    }

    /// <inheritdoc/>
    public IoObject? SenderOf(Activation activation)
    {
        for (var depth = _depth; depth > 0; depth--)
        {
            ref var record = ref _records[depth];
            if (record.Target is not null && record.Window == activation.Window && ReferenceEquals(WindowAt(record.Window).Ref?.Payload, activation))
                return LocalsOf(ref WindowAt(record.CallerWindow));
        }
        return null;
    }

    /// <inheritdoc/>
    public void SetSelf(Activation activation, Value self)
    {
        for (var depth = _depth; depth > 0; depth--)
        {
            ref var window = ref WindowAt(_records[depth].Window);
            if (_records[depth] is { Target: not null, Code.UsesObject: false } && _records[depth].Window == activation.Window && ReferenceEquals(window.Ref?.Payload, activation))
            {
                Unsafe.Add(ref window, Node.SelfRegister) = self;
                return;
            }
        }
    }

    /// <summary>Calls an eager built-in with more arguments than the stack takes.</summary>
    public Value CallWithHeapArguments(Message message, Node[] arguments, ref Value r, Value target, Builtin builtin, IoObject holder, IoObject locals)
    {
        _ = (arguments, r);
        return Continue(new ArgsFrame(message, locals, locals, target, FunctionOf(holder, builtin), holder, new Value[message.Arguments.Length], -1, true));
    }

    /// <summary>The CFunction object of a built-in found in a holder.</summary>
    public IoObject FunctionOf(IoObject holder, Builtin builtin)
    {
        for (var i = 0; i < holder.Shape.Count; i++)
        {
            if (holder.Slots[i].PayloadAs<CFunctionPayload>()?.Builtin == builtin)
                return holder.Slots[i].Ref!;
        }
        return Vm.World.NewCFunction(builtin);
    }

    /// <summary>A loop begins another turn: a step and a safepoint. False when the caller must answer Unwind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool BackEdge() => Vm.BackEdge();

    /// <inheritdoc/>
    public override void NoteEdited(Message message)
    {
        _codeVersion++;
        IsReifyRequested = true;
    }

    /// <inheritdoc/>
    public override void NotePendingStop(Activation activation)
    {
        // Only portable frames tell which activations are still there.
        _stopGiven = activation;
        IsReifyRequested = true;
    }

    /// <inheritdoc/>
    public override void Configure(bool isInstrumented)
    {
        if (isInstrumented == _compiler is Compiler<Instrumented>)
            return;
        _compiler = isInstrumented ? new Compiler<Instrumented>(Vm) : new Compiler<Plain>(Vm);
        _codeVersion++;
    }

    /// <inheritdoc/>
    public override void AddCounters(IDictionary<string, long> counters)
    {
        counters["cache.polymorphicHits"] = CacheHits;
        counters["cache.misses"] = CacheMisses;
        counters["reifications"] = _reifications;
        counters["compiled.blocks"] = _compiledBlocks;
    }
}
