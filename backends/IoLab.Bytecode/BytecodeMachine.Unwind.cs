using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Bytecode;

/// <summary>Stops on their way to who takes them, and frames on their way to the heap.</summary>
internal sealed partial class BytecodeMachine
{
    /// <summary>Gives the stop to the newest record: it takes it, or goes.</summary>
    private Value Unwind(Strand strand)
    {
        ref var record = ref strand.Records[strand.Depth];
        var isLocal = (Vm.Stop & StopKind.Local) != 0;
        if (record.Code is not { } code)
        {
            switch (record.Item)
            {
                case ControlFrame control when (control.Primitive.Consumes & Vm.Stop) != 0:
                    control.Stopped = Vm.Stop;
                    control.Value = Consume();
                    return StepControl(control);
                case ArgsFrame { Callee.Payload: BlockPayload { PassStops: false } } args when isLocal && args.Index < args.Operands.Length:
                    Pop();
                    return args.IsSingle ? Consume() : EvalRest(args.Message.Next, Consume(), args.Target, args.Locals);
                default:
                    Pop();
                    return _unwind;
            }
        }
        for (var state = record.Pc > 0 ? code.Sites[code.Words[record.Pc - 1]].State : null; state is not null && isLocal; state = state.Outer)
        {
            switch (state)
            {
                case ArgumentState argument when strand.Registers[record.Base + argument.Register].Ref?.Payload is CallTarget { Block.PassStops: false }:
                    // A stop while a formal is evaluated ends at the method that was about to be called.
                    strand.Registers[record.Base + argument.Register] = Consume();
                    record.Pc = argument.NextPc;
                    return _pushed;
                case ControlState { TakesAllStops: true } control:
                    strand.Registers[record.Base + control.Result] = Consume();
                    record.Pc = control.Break!.Pc;
                    return _pushed;
                case ControlState { TakesLoopStops: true } loop when (Vm.Stop & StopKind.Loop) != 0:
                    var isBreak = Vm.Stop == StopKind.Break && !Vm.Mutants.Has(Mutant.LaterBreak);
                    var given = Consume();
                    strand.Registers[record.Base + loop.Result] = isBreak ? given : _nil;
                    record.Pc = isBreak ? loop.Break!.Pc : loop.Continue!.Pc;
                    return _pushed;
            }
        }
        var pending = strand.Registers[record.Base].Ref?.Payload is Activation activation && record.Target is not null ? activation.PendingStop : StopKind.None;
        var takes = isLocal && record.Target is { Block.PassStops: false };
        Pop();
        if (!takes)
            return _unwind;
        if (pending == StopKind.None)
            return Consume();
        Vm.Stop = pending;
        return _unwind;
    }

    /// <summary>The same for the newest portable frame.</summary>
    private Value UnwindFrame()
    {
        var isLocal = (Vm.Stop & StopKind.Local) != 0;
        switch (_frames)
        {
            case ActivationFrame { Activation: { PassStops: false, PendingStop: var pending } } when isLocal:
                PopFrame();
                if (pending == StopKind.None)
                    return Consume();
                Vm.Stop = pending;
                return _unwind;
            case ArgsFrame { Callee.Payload: BlockPayload { PassStops: false } } args when isLocal:
                PopFrame();
                var value = Consume();
                return args.IsSingle ? value : EvalRest(args.Message.Next, value, args.Target, args.Locals);
            case ControlFrame control when (control.Primitive.Consumes & Vm.Stop) != 0:
                control = (ControlFrame)control.Own();
                PopFrame();
                control.Stopped = Vm.Stop;
                control.Value = Consume();
                return PushItem(control, _strand.Top);
            default:
                PopFrame();
                return _unwind;
        }
    }

    /// <summary>Makes all records of the running coroutine portable frames.</summary>
    private void CaptureAll()
    {
        _frames = Capture(_strand, _frames, isSuspended: false);
        _stopGiven = null;
        _reifications++;
    }

    /// <summary>
    /// Makes all records of a strand portable frames above others. Of a suspended one, a stop that an activation in tail position was given came after it had been replaced: it has no effect.
    /// </summary>
    public Frame? Capture(Strand strand, Frame? below, bool isSuspended)
    {
        Frame? newest = null, oldest = null;
        ArgsFrame? single = null;
        var count = 0;
        var replaced = 0;
        for (var i = strand.Depth; i > 0; i--)
        {
            var record = strand.Records[i];
            if (record.Code is not { } code)
            {
                if (single is not null)
                    Add(single);
                if (record.Item is ControlFrame control)
                    _ = (control.Locals, control.Self);
                single = record.Item is ArgsFrame { IsSingle: true } args ? args : null;
                if (single is null)
                    Add(record.Item!);
                continue;
            }
            var state = record.Pc > 0 ? code.Sites[code.Words[record.Pc - 1]].State : null;
            if (single is { } call)
            {
                // What code in place would have left: one frame for the arguments and the rest of the chain.
                single = null;
                var goesOn = state is RestState && ReferenceEquals(state.Message, call.Message);
                Add(goesOn ? Continuing(call, state!, strand.Registers[record.Base + Code.SelfRegister]) : call);
                state = goesOn ? state!.Outer : state;
            }
            for (; state is not null; state = state.Outer)
                Add(FrameOf(strand, i, state));
            if (record.Target is not { } target)
                continue;
            // An activation directly under another one was in tail position: it leaves nothing behind.
            var locals = strand.Registers[record.Base].Ref;
            if (oldest is ActivationFrame { Activation: var newer } && (!newer.PassStops || target.Block!.PassStops)
                && (isSuspended || locals?.Payload is not Activation { PendingStop: not StopKind.None } told || ReferenceEquals(told, _stopGiven)))
            {
                if (locals is not null && replaced++ < Activation.MaxSenderChain)
                    MarkReplaced((Activation)WithSender(strand, i).Payload!);
                continue;
            }
            replaced = 0;
            Add(new ActivationFrame(WithSender(strand, i)));
        }
        if (single is not null)
            Add(single);
        strand.Depth = 0;
        if (oldest is null)
            return below;
        oldest.Parent = below;
        var depth = (below?.Depth ?? 0) + count;
        for (var frame = newest!; !ReferenceEquals(frame, below); frame = frame.Parent!)
            frame.Depth = depth--;
        return newest;

        void Add(Frame frame)
        {
            if (oldest is { } newer)
                newer.Parent = frame;
            else
                newest = frame;
            oldest = frame;
            count++;
        }
    }

    private static ArgsFrame Continuing(ArgsFrame call, FrameState rest, Value self) =>
        new(call.Message, rest.HasOwnTarget ? self : call.Locals, call.Locals, call.Receiver, call.Callee, call.SlotContext, call.Operands, call.Index, false);

    /// <summary>The locals of an activation; those of its caller are theirs to tell from now on.</summary>
    private static IoObject WithSender(Strand strand, int record)
    {
        var locals = strand.LocalsOf(record);
        var activation = (Activation)locals.Payload!;
        if (activation.SenderSource is not null)
            activation.Sender = strand.SenderOf(record);
        return locals;
    }

    private static void MarkReplaced(Activation replaced)
    {
        replaced.IsReplaced = true;
        for (var known = 0; replaced.Sender?.Payload is Activation { IsReplaced: true } older; replaced = older)
        {
            if (++known <= Activation.MaxSenderChain)
                continue;
            replaced.Sender = null;
            return;
        }
    }

    /// <summary>One state of a record as a portable frame.</summary>
    private Frame FrameOf(Strand strand, int record, FrameState state)
    {
        var window = strand.Records[record].Base;
        var locals = strand.LocalsOf(record);
        Value target = state.HasOwnTarget ? strand.Registers[window + Code.SelfRegister] : locals;
        var m = state.Message;
        switch (state)
        {
            case RestState:
                return new SendFrame(m, target, locals);
            case ArgumentState argument:
                return ArgumentFrame(strand, window + argument.Register, argument, target, locals);
            case SetterState setter:
                return SetterFrame(m, target, locals, setter.Receiver < 0 ? locals : strand.Registers[window + setter.Receiver]);
            default:
                return ControlFrameOf(strand, window, (ControlState)state, locals);
        }
    }

    private ArgsFrame ArgumentFrame(Strand strand, int place, ArgumentState argument, Value target, IoObject locals)
    {
        var m = argument.Message;
        var receiver = strand.Registers[place + 1];
        IoObject callee;
        IoObject? holder;
        if (strand.Registers[place].Ref?.Payload is CallTarget token)
        {
            callee = token.Callee;
            holder = token.SlotContext ?? locals;
        }
        else
        {
            // An operator of numbers, which an argument may have replaced since.
            (callee, var owner) = _plainOperators[m.Name];
            holder = owner;
        }
        var operands = new Value[callee.Payload is BlockPayload block ? block.Formals.Length : m.Arguments.Length];
        var known = Vm.Mutants.Has(Mutant.CapturedArgument) ? argument.Index - 1 : argument.Index;
        for (var i = 0; i < operands.Length; i++)
            operands[i] = i < known ? strand.Registers[place + 2 + i] : _nil;
        return new ArgsFrame(m, target, locals, receiver.Is(Sentinels.Absent) ? locals : receiver, callee, holder, operands, argument.Index, false);
    }

    private ArgsFrame SetterFrame(Message m, Value target, IoObject locals, Value receiver)
    {
        Vm.Lookup.TryFind(Vm.LookupStart(receiver), m.Name, out var found);
        var operands = new Value[m.Arguments.Length];
        Array.Fill(operands, _nil);
        if (operands.Length > 1 && m.Arguments[0].Cached is CachedValue name)
            operands[0] = name.Value;
        return new ArgsFrame(m, target, locals, receiver, found.Raw.Ref!, found.Holder, operands, operands.Length - 1, false);
    }

    private ControlFrame ControlFrameOf(Strand strand, int window, ControlState state, IoObject locals)
    {
        Value self = state.Receiver < 0 ? locals : Vm.Resolve(strand.Registers[window + state.Receiver]);
        var holder = Vm.World.Object;
        var builtin = state.Builtin;
        if (Vm.Lookup.TryFind(Vm.LookupStart(self), state.Message.Name, out var found))
        {
            holder = found.Holder;
            builtin ??= found.Raw.PayloadAs<CFunctionPayload>()?.Builtin;
        }
        var operands = new Value[state.Operands.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            operands[i] = state.Operands[i] switch
            {
                ControlState.Nil => _nil,
                ControlState.Zero => 0,
                ControlState.One => 1,
                var register => strand.Registers[window + register],
            };
        }
        if (state is { TakesLoopStops: true, Operands.Length: 4 } && Vm.Mutants.Has(Mutant.CapturedLoop))
            operands[0] = operands[0].Num + operands[2].Num;
        return new ControlFrame(builtin!, state.Message, self, locals, holder) { State = state.State, Operands = operands };
    }

    private ControlFrame ControlFrameAt(Strand strand, int record, ControlState state) => ControlFrameOf(strand, strand.Records[record].Base, state, strand.LocalsOf(record));
}
