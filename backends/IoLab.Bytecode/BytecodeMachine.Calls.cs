using System.Runtime.InteropServices;
using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Bytecode;

/// <summary>What the loop's instructions do that is too long for it: records that are pushed, built-ins that are called.</summary>
internal sealed partial class BytecodeMachine
{
    /// <summary>A row of tail calls this long is made one.</summary>
    private const int MostTailRun = 1024;

    private static readonly Builtin ObjectAnd = Builtins.Find("Object", "and"), ObjectEqual = Builtins.Find("Object", "=="), ObjectNotEqual = Builtins.Find("Object", "!="), NilOr = Builtins.Find("nil", "or"), FalseOr = Builtins.Find("false", "or");

    /// <summary>Where the value of the record that ended last goes.</summary>
    private int _resultPlace;

    /// <summary>Makes room for another record; false when it raises.</summary>
    private bool Reserve(Strand strand, int end)
    {
        if (end <= strand.Registers.Length && strand.Depth + 2 <= strand.Records.Length)
            return true;
        var depth = strand.Depth + (_frames?.Depth ?? 0);
        if (depth >= Vm.FrameLimit)
        {
            Vm.Raise($"Stack overflow: frame depth exceeded {Vm.FrameLimit}");
            return false;
        }
        strand.Reserve(end, Vm.FrameLimit - (_frames?.Depth ?? 0) + 2);
        return true;
    }

    /// <summary>Pushes the record of an activation whose self and arguments are in place. False when it raises.</summary>
    /// <param name="strand">The strand.</param>
    /// <param name="target">Who is called.</param>
    /// <param name="place">Where its window is.</param>
    /// <param name="count">How many arguments are there.</param>
    /// <param name="tailRun">See <see cref="Record.TailRun"/>.</param>
    private bool PushActivation(Strand strand, CallTarget target, int place, int count, int tailRun)
    {
        var block = target.Block!;
        var code = CodeOf(block);
        if (!Reserve(strand, place + code.Size))
            return false;
        ref var window = ref strand.Registers[place];
        var depth = ++strand.Depth;
        window = new Value((double)depth);
        if (block.Scope is { } scope)
            System.Runtime.CompilerServices.Unsafe.Add(ref window, Code.SelfRegister) = scope;
        ref var register = ref System.Runtime.CompilerServices.Unsafe.Add(ref window, Code.FirstRegister);
        for (var i = count; i < code.FormalCount; i++)
            System.Runtime.CompilerServices.Unsafe.Add(ref register, i) = _nil;
        for (var i = code.FormalCount; i < code.Names.Length; i++)
            System.Runtime.CompilerServices.Unsafe.Add(ref register, i) = Sentinels.Absent;
        ref var record = ref strand.Records[depth];
        // Stores of references cost a write barrier; in a loop the record mostly holds the same already.
        if (!ReferenceEquals(record.Code, code))
            record.Code = code;
        if (!ReferenceEquals(record.Target, target))
            record.Target = target;
        if (record.Sender is not null)
            record.Sender = null;
        record.Pc = 0;
        record.Base = place;
        record.Owner = depth;
        record.TailRun = tailRun;
        if (tailRun >= MostTailRun)
            ShortenTailRun(strand);
        return true;
    }

    /// <summary>
    /// The same where the loop's quick way ends: something is full, arguments are missing, or somebody wants to interrupt. Answers a number when it has been pushed, and <see cref="PushedObject"/> when the
    /// loop must be left for a moment; or Unwind.
    /// </summary>
    private Value EnterSlowly(Strand strand, CallTarget target, int window, Site site, int tailRun)
    {
        var isInterrupted = !IsInstrumented && _host.Interrupt;
        if ((isInterrupted && !Vm.CheckInterrupt()) || !PushActivation(strand, target, strand.Records[strand.Depth].Base + window, site.Count, tailRun))
            return _unwind;
        return isInterrupted ? _pushed : default;
    }

    /// <summary>Pushes what is to be stepped. Answers <see cref="PushedObject"/>, or Unwind.</summary>
    private Value PushItem(Frame item, int place)
    {
        var strand = _strand;
        if (!Reserve(strand, place + 1))
            return _unwind;
        ref var record = ref strand.Records[++strand.Depth];
        record.Code = null;
        record.Target = null;
        record.Item = item;
        record.Base = place;
        record.Pc = 0;
        record.TailRun = 0;
        return _pushed;
    }

    /// <summary>Takes the newest record away.</summary>
    private void Pop()
    {
        ref var record = ref _strand.Records[_strand.Depth--];
        record.Item = null;
        _resultPlace = record.Base;
    }

    /// <summary>Begins to evaluate a chain in objects.</summary>
    private Value EvalChain(Message? chain, Value target, IoObject locals) => EvalChain(chain, target, locals, _strand.Top);

    private Value EvalChain(Message? chain, Value target, IoObject locals, int place)
    {
        if (chain is null)
            return _nil;
        var compiled = CodeOf(chain);
        return PushChain(compiled.Chain ??= Compiler.Chain(this, chain, _codeVersion), target, locals, place);
    }

    /// <summary>The same where no code waits for the value.</summary>
    private Value EvalOrSend(Message? chain, Value target, IoObject locals, int place)
    {
        // Most messages that are made while a program runs, such as those to actors, are evaluated once: compiling one costs more than sending it.
        if (chain is null || CodeOf(chain) is not { Chain: null, WasSent: false } code || !IsPlainSend(chain))
            return EvalChain(chain, target, locals, place);
        code.WasSent = true;
        return Poll() ? SendData(chain, target, locals, place) : _unwind;
    }

    /// <summary>Is it one message whose arguments are values?</summary>
    private static bool IsPlainSend(Message chain)
    {
        if (chain.Next is not null || chain.Cached is not null || chain.IsTerminator)
            return false;
        foreach (var argument in chain.Arguments)
        {
            if (argument.Cached is not CachedValue || argument.Next is not null)
                return false;
        }
        return true;
    }

    /// <summary>Goes on with a chain whose receiver so far is known.</summary>
    private Value EvalRest(Message? rest, Value receiver, Value target, IoObject locals)
    {
        if (rest is null)
            return receiver;
        var compiled = CodeOf(rest);
        var place = _strand.Top;
        var pushed = PushChain(compiled.Rest ??= Compiler.Rest(this, rest, _codeVersion), target, locals, place);
        if (pushed.Is(PushedObject))
            _strand.Registers[place + Code.FirstRegister] = receiver;
        return pushed;
    }

    private Value PushChain(Code code, Value target, IoObject locals, int place)
    {
        if (!Poll())
            return _unwind;
        var strand = _strand;
        if (!Reserve(strand, place + code.Size))
            return _unwind;
        strand.Registers[place] = locals;
        strand.Registers[place + Code.SelfRegister] = target;
        PushCode(strand, code, place, strand.Depth + 1);
        return _pushed;
    }

    private void PushCode(Strand strand, Code code, int place, int owner)
    {
        var below = strand.Depth;
        ref var record = ref strand.Records[++strand.Depth];
        record.Code = code;
        record.Target = null;
        record.Sender = null;
        record.Pc = 0;
        record.Base = place;
        record.Owner = owner;
        record.TailRun = TailRunAbove(strand, below);
    }

    /// <summary>What <see cref="Record.TailRun"/> is of a record that is pushed above another one.</summary>
    private static int TailRunAbove(Strand strand, int below) =>
        strand.Records[below] is { Code: { } caller, Pc: > 0 and var pc } && caller.Sites[caller.Words[pc - 1]].State is null ? strand.Records[below].TailRun + 1 : 0;

    /// <summary>Begins to evaluate an argument in the window of an activation.</summary>
    private Value EvalArgument(Message argument, int owner, int place)
    {
        var strand = _strand;
        var code = strand.Records[owner].Code!;
        if (!code.Arguments.TryGetValue(argument, out var compiled) || compiled.Version != _codeVersion)
            code.Arguments[argument] = compiled = Compiler.Argument(this, code, argument);
        if (!Poll() || !Reserve(strand, place + compiled.Size))
            return _unwind;
        strand.Registers[place] = new Value(0.0);
        PushCode(strand, compiled, place, owner);
        return _pushed;
    }

    /// <summary>Calls an eager built-in whose self and arguments are in place.</summary>
    private Value CallEager<T>(Strand strand, int at, Site site, CallTarget target)
        where T : IMode
    {
        var place = strand.Records[strand.Depth].Base + at;
        var builtin = target.Builtin!;
        var self = strand.Registers[place + 1];
        var operands = strand.Registers.AsSpan(place + 2, site.Count);
        var value = Invoke.Eager(Vm, builtin, self, new Args(operands, site.Message));
        if (T.IsInstrumented && !site.IsOpaque)
            Vm.NoteAnswer(builtin, site.Message, self, operands, value);
        if (!value.IsUnwind || Vm.RedirectTo is not { } redirect)
            return value;
        Vm.RedirectTo = null;
        var tailRun = site.State is null ? strand.Records[strand.Depth].TailRun + 1 : 0;
        return CallInPlace(strand, redirect, site.Message, target.SlotContext, place, site.Count, tailRun);
    }

    /// <summary>Calls a block whose self and arguments are in place.</summary>
    private Value CallInPlace(Strand strand, IoObject callee, Message message, IoObject? slotContext, int place, int count, int tailRun)
    {
        var code = CodeOf((BlockPayload)callee.Payload!);
        if (code.HasRepeatedFormals)
            return CallWith(callee, strand.Registers[place + 1], message, LocalsOf(strand), slotContext, strand.Registers.AsSpan(place + 2, count).ToArray(), place);
        return PushActivation(strand, new CallTarget(message, callee, slotContext), place, count, tailRun) ? _pushed : _unwind;
    }

    /// <summary>Calls a block with values, its sender being an object.</summary>
    private Value CallWith(IoObject callee, Value self, Message message, IoObject? sender, IoObject? slotContext, ReadOnlySpan<Value> values, int place)
    {
        if (!Poll())
            return _unwind;
        var strand = _strand;
        var block = (BlockPayload)callee.Payload!;
        var code = CodeOf(block);
        // The sender is told by the activation: who would hold it a second time would hold all of a row of tail calls.
        if (block.Scope is not null && ReferenceEquals(slotContext, sender))
            slotContext = null;
        if (!Reserve(strand, place + code.Size + values.Length + 2))
            return _unwind;
        strand.Registers[place + 1] = self;
        var count = Math.Min(values.Length, block.Formals.Length);
        if (code.HasRepeatedFormals)
        {
            for (var i = 0; i < code.FormalCount; i++)
                strand.Registers[place + Code.FirstRegister + i] = _nil;
            for (var i = 0; i < block.Formals.Length; i++)
                strand.Registers[place + Code.FirstRegister + Array.IndexOf(code.Names, block.Formals[i])] = i < values.Length ? values[i] : _nil;
            count = code.FormalCount;
        }
        else
        {
            values[..count].CopyTo(strand.Registers.AsSpan(place + Code.FirstRegister));
        }
        var target = _lastCall is { } last && ReferenceEquals(last.Callee, callee) && ReferenceEquals(last.Message, message) && ReferenceEquals(last.SlotContext, slotContext)
            ? last : _lastCall = new CallTarget(message, callee, slotContext);
        var tailRun = TailRunAbove(strand, strand.Depth);
        if (!PushActivation(strand, target, place, count, 0))
            return _unwind;
        strand.Records[strand.Depth].Sender = sender;
        strand.Records[strand.Depth].TailRun = tailRun;
        if (tailRun >= MostTailRun)
            ShortenTailRun(strand);
        return _pushed;
    }

    private CallTarget? _lastCall;

    /// <summary>Calls the operator of numbers on something that is no number.</summary>
    private Value CallOperator(Strand strand, Site site, double left, int at)
    {
        if (!Vm.Lookup.TryFind(Vm.World.Number, site.Name, out var found) || found.Raw.PayloadAs<CFunctionPayload>() is not { Builtin: { Kind: not BuiltinKind.Control } builtin })
            return Vm.Raise($"'Number' does not respond to message '{site.Name.Text}'", site.Message);
        var place = strand.Records[strand.Depth].Base + at;
        var value = Invoke.Eager(Vm, builtin, left, new Args(strand.Registers.AsSpan(place + 2, 1), site.Message));
        if (!value.IsUnwind || Vm.RedirectTo is not { } redirect)
            return value;
        Vm.RedirectTo = null;
        return CallInPlace(strand, redirect, site.Message, found.Holder, place, 1, site.State is null ? strand.Records[strand.Depth].TailRun + 1 : 0);
    }

    /// <summary>Does the receiver's and/or evaluate its argument?</summary>
    private bool EvaluatesArgument(Site site, Value receiver)
    {
        var shape = receiver.Ref is null ? Vm.World.Number.Shape : receiver.Ref.Shape;
        if (ReferenceEquals(shape, site.Before) && site.SetterEpoch == site.Name.Epoch)
            return false;
        if (site.Holds(receiver))
            return true;
        _misses++;
        if (!Vm.Lookup.TryFind(Vm.LookupStart(receiver), site.Name, out var found))
            return false;
        var evaluates = found.Raw.PayloadAs<CFunctionPayload>()?.Builtin is { } builtin && (builtin == ObjectAnd || builtin == NilOr || builtin == FalseOr);
        // A slot of its own may be replaced without an epoch telling, unless it is a proto's.
        if (receiver.Ref is not { } o ? Vm.World.HasNumberSlots : (o.Flags & ObjectFlags.Forwarder) != 0 || (ReferenceEquals(found.Holder, o) && (o.Flags & ObjectFlags.Proto) == 0))
            return evaluates;
        if (evaluates)
        {
            site.Remember(shape);
        }
        else
        {
            site.Before = shape;
            site.SetterEpoch = site.Name.Epoch;
        }
        return evaluates;
    }

    /// <summary>Reads self where it is not a plain value in a register.</summary>
    private Value ReadSelf<T>(Strand strand, int at, Site site)
        where T : IMode
    {
        if (T.IsInstrumented && !Count(site, Kind.Locals))
            return _unwind;
        ref var window = ref OwnerWindow(strand);
        var self = System.Runtime.CompilerServices.Unsafe.Add(ref window, Code.SelfRegister);
        if (window.Ref is null && !site.Name.IsDynamicLocal && (self.Ref is null || (self.Ref.Flags & ObjectFlags.SlowRead) == 0))
            return self;
        var locals = LocalsOf(strand);
        var index = locals.Shape.IndexOf(site.Name);
        return index >= 0 ? Activate(strand, at, site, locals, new SlotLocation(locals, index)) : SendTo(strand, at, site, self);
    }

    /// <summary>Assigns a local where that is not just a store.</summary>
    private Value Assign<T>(Strand strand, int at, Site site, ref Value register, Value value)
        where T : IMode
    {
        Value answer;
        if (register.Ref is null || (register.Ref.Flags & ObjectFlags.Sentinel) == 0)
        {
            register = value;
            answer = value;
        }
        else
        {
            answer = WriteLocal(strand, at, site, ref register, value);
        }
        if (T.IsInstrumented)
            NoteSetter(site, answer, value);
        return answer;
    }

    private void NoteSetter(Site site, Value answer, Value value)
    {
        if (!answer.IsUnwind && !answer.Is(PushedObject) && !site.IsOpaque)
            Vm.NoteAnswer(site.Builtin!, site.Message, Sentinels.Absent, [Vm.SymbolObject(site.Variable!), value], answer);
    }

    /// <summary>Takes the next item of a list or sequence into the variables of a loop; false when there is none.</summary>
    private bool NextItem(Strand strand, Site site, Value collection, int index, ref Value window)
    {
        Value item;
        switch (collection.Ref?.Payload)
        {
            case ListPayload list when index < list.Count:
                item = list[index];
                break;
            case Seq seq when index < seq.Count:
                item = seq.At(index);
                break;
            case ForwarderPayload:
                return NextItem(strand, site, Vm.Resolve(collection), index, ref window);
            default:
                return false;
        }
        if (site.Second is { } second)
            SetVariable(strand, second, site.SecondRegister, index, ref site.After, ref site.SecondIndex);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref window) && window.Ref is null && site.VariableRegister > 0)
            System.Runtime.CompilerServices.Unsafe.Add(ref window, site.VariableRegister) = item;
        else
            SetVariable(strand, site, site.VariableRegister, item);
        return true;
    }

    /// <summary>
    /// A row of tail calls has become long: only its last activation stays, at the place of the first. Of those that go, the last still know who called them (ARCHITECTURE.md,
    /// "Portable frames").
    /// </summary>
    private void ShortenTailRun(Strand strand)
    {
        var last = strand.Depth;
        var run = strand.Records[last].TailRun;
        strand.Records[last].TailRun = 0;
        var first = last - run;
        if (first < 1)
            return;
        for (var i = first; i < last; i++)
        {
            ref var record = ref strand.Records[i];
            if (record.Code is null || (record.Target is { } target && (target.Block!.PassStops != strand.Records[last].Target!.Block!.PassStops
                || strand.Registers[record.Base].Ref?.Payload is Activation { PendingStop: not StopKind.None })))
                return;
        }
        var sender = strand.SenderOf(last)!;
        ForgetOldSenders(sender);
        var size = strand.Records[last].Code!.Size;
        var from = strand.Records[last].Base;
        var to = strand.Records[first].Base;
        strand.Registers.AsSpan(from, size).CopyTo(strand.Registers.AsSpan(to));
        strand.Registers[to] = new Value((double)first);
        strand.Records[first] = strand.Records[last];
        strand.Records[first].Base = to;
        strand.Records[first].Owner = first;
        strand.Records[first].Sender = sender;
        strand.Depth = first;
    }

    private static void ForgetOldSenders(IoObject sender)
    {
        if (sender.Payload is not Activation replaced)
            return;
        for (var known = 0; replaced.Sender?.Payload is Activation older; replaced = older)
        {
            replaced.IsReplaced = true;
            if (++known <= Activation.MaxSenderChain)
                continue;
            replaced.Sender = null;
            return;
        }
    }
}
