using IoLab.Runtime.Core;
using IoLab.Runtime.Host;
using IoLab.Runtime.Protos;
using NUnit.Framework;

namespace IoLab.Machines.Tests.Bytecode;

/// <summary>The loop may be left at any safepoint, and goes on there.</summary>
public sealed class YouthTests
{
    [TestCase("r := 0; for(i, 1, 200000, r = r + i); r asString", "20000100000")]
    [TestCase("r := 0; i := 0; while(i < 200000, i = i + 1; if(i % 2 == 0, continue); r = r + i); r asString", "10000000000")]
    [TestCase("r := 0; 100000 repeat(i, r = r + i); list(1, 2, 3) foreach(i, v, 50000 repeat(r = r + v)); r asString", "5000250000")]
    [TestCase("m := method(n, if(n == 0, 0, 1 + m(n - 1))); r := 0; 300 repeat(r = r + m(200)); r asString", "60000")]
    [TestCase("f := method(n, if(n < 2, n, f(n - 1) + f(n - 2))); f(21) asString", "10946")]
    [TestCase("b := block(x, y, x * y); r := 0; for(i, 1, 30000, r = r + b call(i, 2)); r asString", "900030000")]
    [TestCase("down := method(n, if(n == 0, return 7); down(n - 1)); r := 0; 200 repeat(r = r + down(100)); r asString", "1400")]
    [TestCase("r := 0; 2000 repeat(e := try(20 repeat(i, if(i == 9, Exception raise(\"nine\")))); if(e, r = r + 1)); r asString", "2000")]
    [TestCase("o := Object clone do(n := 0; go := method(200 repeat(n = n + 1; yield))); c := o clone; d := o clone; c @@go; d @@go; 500 repeat(yield); (c n + d n) asString", "400")]
    public void A_run_that_is_interrupted_all_the_time_comes_to_the_same(string source, string expected)
    {
        var vm = Bootstrap.Create(new HostServices { Output = new OutputSink(), Error = new OutputSink(), Clock = new VirtualClock(0) });
        vm.Machine = new IoLab.Bytecode.BytecodeMachine(vm, 0);
        Assert.That(Source.TryParse(vm, source, "youth.io", null, out var chain), Is.True);
        using var end = new CancellationTokenSource();
        var interrupted = 0;
        var other = new Thread(() =>
        {
            while (!end.IsCancellationRequested)
            {
                if (!vm.Host.Interrupt)
                    interrupted++;
                vm.Host.Interrupt = true;
            }
        });
        other.Start();
        try
        {
            // Until it was interrupted often enough: a run is short, and where all processors are taken the other thread has its turn a few times in a second only.
            var watch = System.Diagnostics.Stopwatch.StartNew();
            for (var run = 0; run == 0 || (Volatile.Read(ref interrupted) < 100 && watch.Elapsed.TotalSeconds < 60); run++)
                Assert.That(vm.Machine.Run(chain, vm.World.Lobby, vm.World.Lobby).PayloadAs<Seq>()?.ToText(), Is.EqualTo(expected));
        }
        finally
        {
            end.Cancel();
            other.Join();
        }
        Assert.That(interrupted, Is.GreaterThanOrEqualTo(100), "it was not interrupted");
    }

    [Test]
    public void The_loop_is_known_by_its_length()
    {
        const System.Reflection.BindingFlags Own = System.Reflection.BindingFlags.DeclaredOnly | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static;
        var assemblies = new[] { typeof(IoLab.Bytecode.BytecodeMachine).Assembly, typeof(HostServices).Assembly };
        var lengthy = from type in assemblies.SelectMany(one => one.GetTypes()) from method in type.GetMethods(Own)
            where method.GetMethodBody()?.GetILAsByteArray()?.Length >= IoLab.Bytecode.Youth.Long select method.Name;
        Assert.That(lengthy, Is.EqualTo(new[] { "Execute" }));
    }

    [Test]
    public void Who_waits_is_not_woken_by_it()
    {
        var host = new HostServices { Output = new OutputSink(), Error = new OutputSink(), Interrupt = true };
        var watch = System.Diagnostics.Stopwatch.StartNew();
        new RealClock().Sleep(0.1, host);
        Assert.That(watch.Elapsed.TotalSeconds, Is.GreaterThan(0.09));
        host.RequestEnd(RunEnd.Cancelled, "enough");
        watch.Restart();
        new RealClock().Sleep(20, host);
        Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(10));
    }
}
