using IoLab.Bytecode;
using IoLab.Contract;
using NUnit.Framework;

namespace IoLab.Machines.Tests.Bytecode;

/// <summary>A profile's numbers, on programs small enough to count by hand.</summary>
[CancelAfter(120_000)]
public sealed class ProfileTests
{
    private const string Animals = """
        Animal := Object clone do(speak := method(n, n + 1))
        Dog := Animal clone
        Cat := Animal clone
        walk := method(many,
            i := 0
            while(i < many, i = Dog speak(i))
            i
        )
        walk(10)
        walk(20)
        """;

    [Test]
    public async Task Calls_and_instructions_are_counted_exactly()
    {
        var profile = await Profile(Animals);
        var speak = Method(profile, "Animal speak");
        var walk = Method(profile, "walk");

        Assert.That((speak.Calls, speak.Frame.Label, speak.Frame.Line), Is.EqualTo((30, "p.io", 1)));
        Assert.That((walk.Calls, walk.Frame.Line), Is.EqualTo((2, 5)));
        Assert.That(speak.Instructions, Is.EqualTo(30 * 2), "AddConstant, Return");
        Assert.That(Count(profile, "AddConstant"), Is.EqualTo(30));
        Assert.That(Count(profile, "JumpUnlessLess"), Is.EqualTo(32));
        Assert.That(Count(profile, "Back"), Is.EqualTo(30));
        Assert.That(Method(profile, "program").Calls, Is.EqualTo(1));
    }

    [Test]
    public async Task Sums_agree_with_one_another()
    {
        var profile = await Profile(Animals);

        Assert.That(profile.Opcodes.Sum(opcode => opcode.Count), Is.EqualTo(profile.Instructions));
        Assert.That(profile.Methods.Sum(method => method.Instructions), Is.EqualTo(profile.Instructions));
        Assert.That(profile.Pairs.Sum(pair => pair.Adjacent + pair.Across), Is.EqualTo(profile.Instructions - 1));
        Assert.That(profile.Methods.Sum(method => method.Allocated.Value), Is.EqualTo(profile.Allocated.Value));
        Assert.That(profile.Stacks.Sum(stack => stack.Samples), Is.EqualTo(profile.Samples));
    }

    [Test]
    public async Task Equal_runs_have_equal_profiles()
    {
        var first = await Profile(Animals);
        var second = await Profile(Animals);

        Assert.That(second.Methods.Select(method => method with { Allocated = default }), Is.EqualTo(first.Methods.Select(method => method with { Allocated = default })));
        Assert.That(second.Pairs, Is.EqualTo(first.Pairs));
        Assert.That(second.Stacks.Select(Text), Is.EqualTo(first.Stacks.Select(Text)));
    }

    [TestCase(1, 1, false)]
    [TestCase(2, 2, false)]
    [TestCase(4, 4, false)]
    [TestCase(6, 6, true)]
    public async Task A_site_tells_how_many_shapes_it_met(int shapes, int misses, bool isMegamorphic)
    {
        var site = await SiteOf(shapes);

        Assert.That((site.LooksUp, site.Count, site.Misses, site.Hits), Is.EqualTo((true, 10L * shapes, (long)misses, 9L * shapes)));
        Assert.That((site.IsMegamorphic, site.Entries), Is.EqualTo((isMegamorphic, shapes)));
        Assert.That((site.Method.Name, site.Line), Is.EqualTo(("total", 3)));
        Assert.That(site.Searched, Is.Zero, "few shapes have a place each");
    }

    [Test]
    public async Task Shapes_that_share_a_place_are_searched_for()
    {
        var site = await SiteOf(28);

        Assert.That(site.IsMegamorphic, Is.True);
        Assert.That(site.Searched, Is.GreaterThan(0));
        Assert.That(site.Hits + site.Misses, Is.EqualTo(site.Count));
    }

    private static async Task<ProfiledSite> SiteOf(int shapes)
    {
        var profile = await Profile($$"""
            kinds := list()
            for(i, 1, {{shapes}}, o := Object clone; o doString("a" .. i .. " := " .. i); o weight := 1; kinds append(o))
            total := method(things, sum := 0; 10 repeat(things foreach(thing, sum = sum + thing weight)); sum)
            total(kinds)
            """);
        return profile.Sites.Single(one => one.Message == "weight" && one.Count > 0);
    }

    [Test]
    public async Task Bytes_are_given_to_the_instruction_that_asked_for_them()
    {
        var profile = await Profile("""
            make := method(n, for(i, 1, n, Object clone))
            idle := method(n, for(i, 1, n, i + 1))
            idle(1000)
            make(1000)
            """);
        var site = profile.Sites.MaxBy(one => one.Allocated.Value)!;

        Assert.That((site.Message, site.Method.Name, site.Count), Is.EqualTo(("clone", "make", 1000L)));
        Assert.That(site.Allocated.Value, Is.InRange(1000 * 32, 1000 * 256));
        Assert.That(Method(profile, "idle").Allocated.Value, Is.LessThan(4096));
    }

    [Test]
    public async Task What_a_control_built_in_allocates_is_its_callers()
    {
        var profile = await Profile("""
            all := method(l, l map(x, x))
            big := list() setSize(5000)
            all(big)
            """);

        Assert.That(Method(profile, "all").Allocated.Value, Is.GreaterThan(5000 * 16));
    }

    [Test]
    public async Task With_a_sample_at_each_instruction_the_stacks_are_the_tree_of_calls()
    {
        var profile = await Profile("inner := method(n, n + 1)\nouter := method(n, inner(n))\nouter(3)", new ProfileOptions { Interval = 1 });
        var stacks = profile.Stacks.ToDictionary(Path, stack => stack.Samples);

        Assert.That(stacks.Keys.Where(path => !path.Contains("chain", StringComparison.Ordinal)), Is.EquivalentTo(new[] { "program", "program;outer", "program;outer;inner" }));
        Assert.That(stacks["program;outer;inner"], Is.EqualTo(Method(profile, "inner").Instructions));
        Assert.That(Method(profile, "outer").Samples, Is.EqualTo(stacks["program;outer"] + stacks["program;outer;inner"]));
        Assert.That(profile.Samples, Is.EqualTo(profile.Instructions));
    }

    [TestCase("down := method(n, if(n == 0, 0, 1 + down(n - 1)))\ndown(5000)", "program;down")]
    [TestCase("even := method(n, if(n == 0, 0, 1 + odd(n - 1)))\nodd := method(n, if(n == 0, 0, 1 + even(n - 1)))\neven(5000)", "program;even;odd")]
    public async Task A_recursion_is_folded_however_deep(string source, string path)
    {
        var profile = await Profile(source, new ProfileOptions { Interval = 10 });

        Assert.That(profile.Stacks.Select(Path), Does.Contain(path));
        Assert.That(profile.Stacks.Max(stack => stack.Frames.Count), Is.LessThanOrEqualTo(5));
        Assert.That(profile.Stacks.Select(Path), Has.None.Contains("(deeper)"));
    }

    [Test]
    public async Task Of_a_stack_that_does_not_fold_both_ends_stay()
    {
        var source = string.Join('\n', Enumerable.Range(0, 600).Select(i => $"m{i} := method(n, 1 + m{i + 1}(n))")) + "\nm600 := method(n, 20000 repeat(n = n + 1); n)\nm0(1)";
        var profile = await Profile(source);
        var deepest = profile.Stacks.Where(stack => stack.Frames[^1].Name == "m600").MaxBy(stack => stack.Samples)!.Frames;

        Assert.That(deepest, Has.Count.EqualTo(256));
        Assert.That(deepest[0].Name, Is.EqualTo("program"));
        Assert.That(deepest.Select(frame => frame.Name), Is.SupersetOf(new[] { "m0", "m100", "m599" }));
        Assert.That(deepest.Count(frame => frame.Name == "(deeper)"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_try_stands_on_who_waits_for_it_and_other_coroutines_on_their_own()
    {
        var profile = await Profile("""
            busy := method(n, for(i, 1, n, i + 1))
            careful := method(try(busy(2000)))
            careful
            other := Object clone do(run := method(busy(2000)))
            other @@run
            yield
            """);
        var stacks = profile.Stacks.Select(Path).Where(path => path.EndsWith(";busy", StringComparison.Ordinal)).ToArray();

        Assert.That(stacks, Has.Some.StartsWith("program;careful;Object try;"));
        Assert.That(stacks, Has.Some.StartsWith("(coroutine);"));
    }

    [TestCase("f := method(n, if(n == 0, Exception raise(\"enough\"), f(n - 1))); f(500)", Outcome.Raised)]
    [TestCase("f := method(while(true, nil)); f", Outcome.TimedOut)]
    [TestCase("f := method(n, 1 + f(n)); f(1)", Outcome.Raised)]
    public async Task However_a_run_ends_it_has_a_profile(string source, Outcome outcome)
    {
        await using var session = await Session(new ProfileOptions());
        var result = await session.RunAsync(Program(source), RunLimits.Unlimited with { Time = TimeSpan.FromSeconds(1), Frames = 20_000 });

        Assert.That(result.Outcome, Is.EqualTo(outcome));
        Assert.That(Method(result.Profile!, "f").Instructions, Is.GreaterThan(500));
    }

    [Test]
    public async Task A_limit_of_steps_does_not_exclude_a_profile()
    {
        await using var session = await Session(new ProfileOptions());
        var result = await session.RunAsync(Program("f := method(while(true, nil)); f"), RunLimits.Unlimited with { Steps = 1000 });

        Assert.That(result.Outcome, Is.EqualTo(Outcome.StepLimit));
        Assert.That(Count(result.Profile!, "Back"), Is.InRange(900, 1000));
    }

    [Test]
    public async Task A_cancelled_run_tells_what_it_had_come_to()
    {
        using var output = new MemoryStream();
        await using var session = await new BytecodeBackend().StartAsync(
            SessionOptions.Deterministic with { Debug = new DebugOptions { Profile = new ProfileOptions() }, Live = new LiveStreams(null, output, Stream.Null) });
        using var cancellation = new CancellationTokenSource();
        var run = session.RunAsync(Program("f := method(while(true, \"here\" print)); f"), RunLimits.Unlimited, cancellation.Token).AsTask();
        while (output.Length == 0)
            await Task.Delay(10);
        await cancellation.CancelAsync();
        var cancelled = Assert.ThrowsAsync<CancelledRunException>(() => run);

        Assert.That(Method(cancelled!.Result.Profile!, "f").Calls, Is.EqualTo(1));
    }

    [Test]
    public async Task Each_run_of_a_session_has_its_own()
    {
        await using var session = await Session(new ProfileOptions());
        await session.RunAsync(Program("f := method(n, n + 1); 100 repeat(f(1))"), RunLimits.Unlimited);
        var second = await session.RunAsync(Program("3 repeat(f(1))"), RunLimits.Unlimited);

        Assert.That(Method(second.Profile!, "f").Calls, Is.EqualTo(3));
    }

    [Test]
    public async Task Nobody_who_does_not_ask_is_given_one()
    {
        await using var session = await new BytecodeBackend().StartAsync(SessionOptions.Deterministic);

        Assert.That((await session.RunAsync(Program("1 + 1"), RunLimits.Unlimited)).Profile, Is.Null);
    }

    private static IoProgram Program(string source) => new() { Source = source, Label = "p.io" };

    private static ValueTask<ISession> Session(ProfileOptions options) =>
        new BytecodeBackend().StartAsync(SessionOptions.Deterministic with { Debug = new DebugOptions { Profile = options } });

    private static async Task<RunProfile> Profile(string source, ProfileOptions? options = null)
    {
        await using var session = await Session(options ?? new ProfileOptions());
        var result = await session.RunAsync(Program(source), RunLimits.Unlimited);
        Assert.That(result.Outcome, Is.EqualTo(Outcome.Completed), result.Exception?.Trace ?? result.Detail);
        return result.Profile!;
    }

    private static ProfiledMethod Method(RunProfile profile, string name) =>
        profile.Methods.SingleOrDefault(method => method.Frame.Name == name) ?? throw new AssertionException($"no {name} among {string.Join(", ", profile.Methods.Select(method => method.Frame.Name))}");

    private static long Count(RunProfile profile, string opcode) => profile.Opcodes.SingleOrDefault(one => one.Name == opcode)?.Count ?? 0;

    private static string Path(SampledStack stack) => string.Join(';', stack.Frames.Select(frame => frame.Name));

    private static string Text(SampledStack stack) => $"{Path(stack)} {stack.Samples}";
}
