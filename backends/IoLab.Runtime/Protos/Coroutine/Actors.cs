using IoLab.Language;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Coroutine;

/// <summary>Asynchronous messages: an actor's queue, futures and their proxies (io-language.md 10.5).</summary>
internal static class Actors
{
    public static Request FutureSend(Vm vm, ControlFrame frame) => Send(vm, frame, wantsFuture: true);

    public static Request AsyncSend(Vm vm, ControlFrame frame) => Send(vm, frame, wantsFuture: false);

    // Operands: the evaluated arguments of the asynchronous message.
    private static Request Send(Vm vm, ControlFrame frame, bool wantsFuture)
    {
        if (frame.ArgCount == 0)
            return vm.RaiseRequest($"{frame.Message.Name.Text} requires a message as argument", frame.Message);
        var message = frame.Message.Arguments[0];
        var count = message.Arguments.Length;
        if (frame.State == 0)
            frame.Operands = new Value[count];
        else
            frame.Operands[frame.State - 1] = frame.Value;
        if (frame.State < count)
            return frame.Eval(message.Arguments[frame.State], frame.Locals, frame.Locals, frame.State + 1);
        var sent = message.ShallowCopy();
        sent.Arguments = Object.Evaluation.Literals(vm, frame.Operands);
        sent.Next = message.Next;
        return frame.Done(Enqueue(vm, frame.Self.Ref ?? vm.World.MakeStandInFor(frame.Self.Num), sent, wantsFuture));
    }

    private static Value Enqueue(Vm vm, IoObject actor, Message message, bool wantsFuture)
    {
        var future = vm.Clone(vm.World.Proto("Future"));
        vm.Slots.Set(future, vm.Names.RunTarget, actor);
        vm.Slots.Set(future, vm.Names.RunMessage, vm.Wrap(message));
        vm.Slots.Set(future, vm.Names.WaitingCoroutines, vm.World.NewList([]));
        QueueOf(vm, actor).Add(future);
        Wake(vm, actor);
        return wantsFuture ? NewProxy(vm, future, vm.World.Proto("FutureProxy")) : vm.Nil;
    }

    /// <summary>An object without protos that answers every message but its type with the future's result.</summary>
    private static Value NewProxy(Vm vm, IoObject future, IoObject proto)
    {
        var proxy = vm.Clone(proto);
        vm.Slots.SetProtos(proxy, []);
        vm.Slots.Set(proxy, vm.Symbols.Intern("type"), vm.Text("FutureProxy"));
        vm.Slots.Set(proxy, vm.Names.Forward, vm.TryGetSlot(proto, vm.Symbols.Intern("_forward"), out var forward) ? forward : vm.Nil);
        vm.Slots.Set(proxy, vm.Names.Future, future);
        vm.Slots.Set(future, vm.Names.Proxy, proxy);
        return proxy;
    }

    /// <summary>A new proxy of a future.</summary>
    public static Value FutureProxy(Vm vm, Value self, in Args args)
    {
        vm.Slots.Set(self.Ref!, vm.Names.WaitingCoroutines, vm.World.NewList([]));
        return NewProxy(vm, self.Ref!, vm.World.Proto("FutureProxy"));
    }

    /// <summary>The same, asked of the proxy's proto.</summary>
    public static Value ProxyWith(Vm vm, Value self, in Args args) =>
        args.TryObject(vm, 0, "Future", out var future, out var error) ? NewProxy(vm, future, self.Ref!) : error;

    /// <summary>Runs others until the future has its result.</summary>
    public static Request WaitOnResult(Vm vm, ControlFrame frame) =>
        frame.State == 0 && !IsDone(vm, frame.Self) ? Await(vm, frame, frame.Self) : frame.Done(frame.Self);

    private static bool IsDone(Vm vm, Value future) => vm.TryGetSlot(future, vm.Names.IsDone, out var done) && done.Is(vm.World.True);

    private static Request Await(Vm vm, ControlFrame frame, Value future)
    {
        if (vm.TryGetSlot(future, vm.Names.WaitingCoroutines, out var waiting) && waiting.PayloadAs<ListPayload>() is { } list)
            list.Add(vm.Coroutines.Current);
        return Scheduling.Park(vm, frame, 1);
    }

    private static ListPayload QueueOf(Vm vm, IoObject actor)
    {
        var name = vm.Names.ActorQueue;
        if (Slots.TryGetOwn(actor, name, out var queue) && queue.PayloadAs<ListPayload>() is { } list)
            return list;
        var made = vm.World.NewList([]);
        vm.Slots.Set(actor, name, made);
        return (ListPayload)made.Ref!.Payload!;
    }

    /// <summary>Makes sure the actor's coroutine will run.</summary>
    private static void Wake(Vm vm, IoObject actor)
    {
        var name = vm.Names.ActorCoroutine;
        if (Slots.TryGetOwn(actor, name, out var known) && known.Ref is { Payload: CoroutinePayload { IsFinished: false } } coroutine)
        {
            // One that performs a message will look at its queue by itself.
            if (Scheduling.IsQueued(vm, coroutine) || Extent.IsInTry(vm, coroutine))
                return;
            if (!ReferenceEquals(coroutine, vm.Coroutines.Current))
                Scheduling.PutFirst(vm, coroutine);
            return;
        }
        coroutine = vm.Coroutines.NewChild(vm.Coroutines.Current, new Message(vm.Names.ActorProcessQueue) { Label = Prelude.Label }, actor);
        vm.Slots.Set(actor, name, coroutine);
        Scheduling.PutFirst(vm, coroutine);
    }

    /// <summary>Lets an actor's coroutine run.</summary>
    public static Value Run(Vm vm, Value self, in Args args)
    {
        var actor = self.Ref ?? vm.World.MakeStandInFor(self.Num);
        QueueOf(vm, actor);
        Wake(vm, actor);
        return self;
    }

    /// <summary>Takes the next future off the receiver's queue; nil when it is empty.</summary>
    public static Value TakeFuture(Vm vm, Value self, in Args args)
    {
        var queue = QueueOf(vm, self.Ref!);
        return queue.Count == 0 ? vm.Nil : queue.RemoveAt(0);
    }

    /// <summary>Evaluates a future's message on its target.</summary>
    public static Request RunFuture(Vm vm, ControlFrame frame)
    {
        if (!vm.TryGetSlot(frame.Self, vm.Names.RunMessage, out var message) || !vm.TryGetSlot(frame.Self, vm.Names.RunTarget, out var target)
            || message.PayloadAs<MessagePayload>() is not { } payload)
            return frame.Done(vm.Nil);
        return frame.TailEval(payload.Message, target, Object.Evaluation.AsLocals(vm, target));
    }

    /// <summary>Gives a future its result: its proxy becomes it, and who waits goes on.</summary>
    public static Value SetResult(Vm vm, Value self, in Args args)
    {
        var future = self.Ref!;
        vm.Slots.Set(future, vm.Names.Result, args.Get(vm, 0));
        vm.Slots.Set(future, vm.Names.IsDone, vm.True);
        if (vm.TryGetSlot(self, vm.Names.WaitingCoroutines, out var waiting) && waiting.PayloadAs<ListPayload>() is { } list)
        {
            for (var i = list.Count - 1; i >= 0; i--)
            {
                if (list[i].Ref is { Payload: CoroutinePayload } coroutine)
                    Scheduling.PutFirst(vm, coroutine);
            }
            list.Resize(0, vm.Nil);
        }
        if (vm.TryGetSlot(self, vm.Names.Proxy, out var proxy) && proxy.Ref is { } o && (o.Flags & ObjectFlags.Forwarder) == 0)
            vm.Slots.Become(o, args.Get(vm, 0));
        return self;
    }

    /// <summary>A message to a proxy: waits for the result, then sends it there.</summary>
    public static Request ProxyForward(Vm vm, ControlFrame frame)
    {
        if (frame.Self.Ref is not { } proxy || !Slots.TryGetOwn(proxy, vm.Names.Future, out var future))
            return frame.TailPerform(frame.Message, vm.Resolve(frame.Self), frame.Locals);
        if (IsDone(vm, future))
            return frame.TailPerform(frame.Message, vm.TryGetSlot(future, vm.Names.Result, out var result) ? result : vm.Nil, frame.Locals);
        return Await(vm, frame, future);
    }
}
