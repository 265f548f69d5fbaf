using System.Text;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;

namespace IoLab.Runtime.Protos.Sandbox;

/// <summary>
/// Runs text in a world of its own, on a thread of its own (machines bound their host depth, not that of two), while the outer world waits. Both
/// worlds share the host: what it permits, its output, and its wish to end the run.
/// </summary>
internal static class SandboxRun
{
    private const int StackBytes = 256 << 20;
    private const string Late = "the sandbox's time is over";

    /// <summary>The value of the text. False when the whole run must end; the outer world's stop state is then set.</summary>
    public static bool TryRun(Vm vm, Func<Vm, Control.Machine> makeMachine, SandboxPayload limits, string text, out Value result)
    {
        Value copied = vm.Nil;
        System.Exception? crash = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    copied = Evaluate(vm, makeMachine, limits, text);
                }
                catch (System.Exception e)
                {
                    crash = e;
                }
            },
            StackBytes);
        var timer = new Timer(_ => vm.Host.RequestEnd(RunEnd.TimeLimit, Late), null, Due(limits), Timeout.InfiniteTimeSpan);
        thread.Start();
        thread.Join();
        using (var isSilent = new ManualResetEvent(false))
        {
            if (timer.Dispose(isSilent))
                isSilent.WaitOne();
        }
        if (crash is not null)
            throw new InvalidOperationException("a sandbox crashed", crash);
        result = copied;
        return ForgetOwnEnd(vm);
    }

    private static TimeSpan Due(SandboxPayload limits) =>
        limits.TimeLimit is > 0 and < 1e6 ? TimeSpan.FromSeconds(limits.TimeLimit) : Timeout.InfiniteTimeSpan;

    private static Value Evaluate(Vm outer, Func<Vm, Control.Machine> makeMachine, SandboxPayload limits, string text)
    {
        var inner = Bootstrap.Create(outer.Host);
        inner.Machine = makeMachine(inner);
        inner.FrameLimit = outer.FrameLimit;
        inner.IsInstrumented = limits.MessageCount > 0;
        inner.Machine.Configure(inner.IsInstrumented);
        if (limits.MessageCount > 0)
            inner.StepLimit = (long)Math.Min(limits.MessageCount, 1e15);
        Launch.Describe(inner, "doString", isFile: false, []);
        var value = Source.TryParse(inner, text, "doString", null, out var chain)
            ? inner.Machine.Run(chain, inner.World.Lobby, inner.World.Lobby)
            : inner.Unwind;
        if (value.Is(inner.Unwind.Ref!))
        {
            if (inner.Stop == Control.StopKind.Raise && inner.StopValue.Ref is { } exception)
                Object.Printing.Emit(inner, Encoding.UTF8.GetBytes(BackTrace.Format(inner, exception)));
            return outer.Nil;
        }
        if (value.IsNumber)
            return value;
        return value.PayloadAs<Seq>() is { } seq ? outer.World.NewSequence(seq.CopyAs(seq.IsMutable)) : outer.Nil;
    }

    /// <summary>A sandbox that met its own limits has merely ended; anything else ends the outer run too.</summary>
    private static bool ForgetOwnEnd(Vm vm)
    {
        var host = vm.Host;
        if (host.TakeInterrupt() is { } pending && pending.Detail != Late)
            host.RequestEnd(pending.End, pending.Detail ?? "");
        if (host.End == RunEnd.None)
            return true;
        if (host.End == RunEnd.StepLimit || host.EndDetail == Late)
        {
            (host.End, host.EndDetail) = (RunEnd.None, null);
            return true;
        }
        vm.Abort(host.End, host.EndDetail);
        return false;
    }
}
