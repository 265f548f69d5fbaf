using System.Text.Json;
using IoLab.Contract;
using IoLab.Tree;

namespace IoLab.Cli.Tests;

/// <summary><c>diff --trace</c> and <c>--locate</c>, on real machines of which one has a planted bug.</summary>
[CancelAfter(60_000)]
public class LocatingSpecs
{
    private const string Downwards = "for(i, 3, 1, -1, Lobby)";

    private Lab lab = null!;

    [SetUp]
    public void MakeLab() => lab = new Lab { Backends = [("tree", () => new TreeBackend()), ("wrong", () => new PlantedBackend("wrong", "ForOverrun"))] };

    [TearDown]
    public void RemoveLab() => lab.Dispose();

    [Test]
    public async Task A_difference_that_does_not_reach_the_output_shows_in_the_trace()
    {
        CliRun without = await lab.RunAsync("diff", "tree", "wrong", "-e", Downwards), with = await lab.RunAsync("diff", "tree", "wrong", "--trace", "-e", Downwards);

        Assert.That((without.ExitCode, without.Output), Is.EqualTo((0, "SAME: 1 agree, 0 differ\n")));
        Assert.That(with.ExitCode, Is.EqualTo(1));
        Assert.That(with.Output, Does.Match(@"^-e: trace: tree: 6 events, hash [0-9a-f]{16} \| wrong: 7 events, hash [0-9a-f]{16}\n    \./iolab diff tree wrong -e 'for\(i, 3, 1, -1, Lobby\)' --trace\n"));
    }

    [Test]
    public async Task The_first_differing_event_is_shown_with_both_sides_around_it()
    {
        CliRun run = await lab.RunAsync("diff", "tree", "wrong", "--locate", "-e", Downwards + "\n\"done\" println");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(run.Output, Does.Contain(
            """
                first differing event: 6 of 10 (tree) and 11 (wrong), found in 4 runs
                          1  Send       Object -  (doString:1)
                          2  Result     Object - -> -1  (doString:1)
                          3  Send       Object Lobby  (doString:1)
                          4  Send       Object Lobby  (doString:1)
                          5  Send       Object Lobby  (doString:1)
                -         6  Send       Sequence println  (doString:2)
                -         7  Output     done
                -         8  Output     \n
                -         9  Result     Object println -> "done"  (doString:2)
                +         6  Send       Object Lobby  (doString:1)
                +         7  Send       Sequence println  (doString:2)
                +         8  Output     done
                +         9  Output     \n

            """));
    }

    [Test]
    public async Task The_end_of_a_trace_is_a_difference_too()
    {
        CliRun run = await lab.RunAsync("diff", "tree", "wrong", "--locate", "-e", Downwards);
        Assert.That(run.Output, Does.Contain("the trace of tree ends after 6 events (Completed), that of wrong goes on to 7; found in 4 runs\n").And.Contain("-         6  (end of the trace of tree)\n"));
    }

    [Test]
    public async Task The_location_is_in_the_json()
    {
        CliRun run = await lab.RunAsync("diff", "tree", "wrong", "--locate", "--json", "-e", Downwards);
        JsonElement location = JsonDocument.Parse(run.Output).RootElement.GetProperty("programs")[0].GetProperty("location");

        Assert.That(location.GetProperty("kind").GetString(), Is.EqualTo("leftEnds"));
        Assert.That(location.GetProperty("event").GetInt64(), Is.EqualTo(6));
        Assert.That(location.GetProperty("runs").GetInt32(), Is.EqualTo(4));
        Assert.That(location.GetProperty("right").GetProperty("around")[5].GetProperty("name").GetString(), Is.EqualTo("Lobby"));
    }

    [Test]
    public async Task Equal_traces_need_no_location()
    {
        CliRun run = await lab.RunAsync("diff", "tree", "wrong", "--locate", "-e", "1 println");
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "SAME: 1 agree, 0 differ\n")));
    }

    [Test]
    public async Task Backends_without_traces_and_more_than_two_are_refused()
    {
        CliRun silent = await lab.RunAsync("diff", "tree", "other", "--external", "other=cat {file}", "--locate", "-e", "1");
        CliRun three = await lab.RunAsync("diff", "tree", "wrong", "other", "--external", "other=cat {file}", "--locate", "-e", "1");

        Assert.That((silent.ExitCode, three.ExitCode), Is.EqualTo((3, 3)));
        Assert.That(silent.Error, Does.Contain("--locate compares traces, and other records none"));
        Assert.That(three.Error, Does.Contain("two backends, 3 given"));
    }

    /// <summary>The tree machine with a bug planted in every session.</summary>
    private sealed class PlantedBackend(string name, string mutant) : IBackend
    {
        private readonly TreeBackend machine = new();

        public string Name => name;

        public string Description => machine.Description;

        public Capabilities Capabilities => machine.Capabilities;

        public IReadOnlyList<string> Components => machine.Components;

        public ValueTask<ProbeResult> ProbeAsync(CancellationToken cancellationToken = default) => machine.ProbeAsync(cancellationToken);

        public ValueTask<ISession> StartAsync(SessionOptions options, CancellationToken cancellationToken = default) => machine.StartAsync(options with { Mutants = [mutant] }, cancellationToken);
    }
}
