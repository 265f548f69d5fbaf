using System.ComponentModel;
using System.Diagnostics;
using IoLab.Contract;
using IoLab.Harness.Bench;
using IoLab.Harness.Bench.Rounds;

namespace IoLab.Cli.Commands;

/// <summary>
/// Measures in rounds, every invocation of every benchmark in a process of its own, as JMH forks. What .NET's compiler makes of our machines depends on what ran before and on timing, and
/// stays as it is for the rest of a process: invocations within one process would all share that luck, and their interval would not contain it
/// (Kalibera and Jones, "Rigorous benchmarking in reasonable time", ISMM 2013: replicate at the highest level that varies).
/// </summary>
/// <param name="program">This program and its first arguments.</param>
/// <param name="registry">What the command line said of backends.</param>
internal sealed class ProcessMeasurer(IReadOnlyList<string> program, RegistryOptions registry) : IMeasurer
{
    /// <summary>A process that is silent for so much longer than its budget, or than any invocation should take, is ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Longest = TimeSpan.FromMinutes(10);

    private readonly RoundsMeasurer _inProcess = new();

    /// <inheritdoc/>
    public string Name => _inProcess.Name;

    /// <inheritdoc/>
    public async Task<BenchmarkRun> MeasureAsync(MeasurementPlan plan, IBenchProgress? progress = null, CancellationToken cancellationToken = default)
    {
        plan.Validate();
        if (!plan.Effort.IsolatesInvocations)
        {
            return await _inProcess.MeasureAsync(plan, progress, cancellationToken).ConfigureAwait(false);
        }

        DateTimeOffset began = DateTimeOffset.UtcNow;
        var budget = new TimeBudget(TimeProvider.System, plan.Effort.Budget);
        Dictionary<(string, string), List<MeasurePart.Score>> scores = [];
        int left = plan.Effort.Invocations * plan.Benchmarks.Count;
        bool isCutShort = false;
        for (int invocation = 0; invocation < plan.Effort.Invocations; invocation++)
        {
            foreach (BenchmarkDefinition benchmark in plan.Benchmarks)
            {
                Participant[] standing = [.. plan.Participants.Where(one => !ScoresOf(scores, benchmark, one).Exists(score => score.Failure is not null))];
                TimeSpan? share = budget.Remaining / Math.Max(1, left--);
                if (standing.Length == 0 || budget.IsExhausted)
                {
                    isCutShort |= budget.IsExhausted;
                    continue;
                }

                progress?.Report(new BenchEvent.InvocationStarted(budget.Elapsed, budget.Remaining, benchmark, invocation, plan.Effort.Invocations));
                MeasurePart.Answer answer = await PartAsync(plan, benchmark, standing, invocation, share, cancellationToken).ConfigureAwait(false);
                isCutShort |= answer.IsCutShort;
                for (int i = 0; i < standing.Length; i++)
                {
                    MeasurePart.Score score = Numbered(answer.Scores[i], invocation);
                    ScoresOf(scores, benchmark, standing[i]).Add(score);
                    Report(progress, budget, benchmark, standing[i], score);
                }
            }
        }

        return new BenchmarkRun
        {
            RunId = Guid.NewGuid(), Time = began, Plan = plan, Engine = Name, Elapsed = budget.Elapsed, IsCutShort = isCutShort,
            Measurements = [.. from benchmark in plan.Benchmarks from one in plan.Participants select Merge(benchmark, one, ScoresOf(scores, benchmark, one))],
        };
    }

    private static List<MeasurePart.Score> ScoresOf(Dictionary<(string, string), List<MeasurePart.Score>> scores, BenchmarkDefinition benchmark, Participant participant)
    {
        if (!scores.TryGetValue((benchmark.Id, participant.Name), out List<MeasurePart.Score>? list))
        {
            scores.Add((benchmark.Id, participant.Name), list = []);
        }

        return list;
    }

    private async Task<MeasurePart.Answer> PartAsync(
        MeasurementPlan plan, BenchmarkDefinition benchmark, Participant[] standing, int invocation, TimeSpan? budget, CancellationToken cancellationToken)
    {
        Effort effort = plan.Effort with { Invocations = 1, Budget = budget };
        ulong seed = plan.Seed + (ulong)invocation;
        bool needsProcess = benchmark.Measures == MeasuredPhase.Run && standing.Any(one => one.Backend.Capabilities.HasFlag(Capabilities.InProcess));
        if (!needsProcess)
        {
            BenchmarkRun run = await _inProcess.MeasureAsync(
                new MeasurementPlan { Benchmarks = [benchmark], Participants = standing, Effort = effort, Seed = seed }, null, cancellationToken).ConfigureAwait(false);
            return new MeasurePart.Answer([.. run.Measurements.Select(one => new MeasurePart.Score(one.Samples, one.WarmUps, one.Failure, one.IsValid, one.Remarks))], run.IsCutShort);
        }

        var order = new MeasurePart.Order(
            registry, benchmark.Suite, benchmark.Name, benchmark.Source,
            [.. standing.Select(one => new MeasurePart.Contestant(one.Backend.Name, one.Label, one.Options.Debug))], effort, seed);
        (MeasurePart.Answer? answer, string failure) = await RunProcessAsync(order, (budget ?? Longest) + Patience, cancellationToken).ConfigureAwait(false);
        return answer ?? new MeasurePart.Answer([.. standing.Select(_ => new MeasurePart.Score([], [], failure, true, []))], false);
    }

    private async Task<(MeasurePart.Answer? Answer, string Failure)> RunProcessAsync(MeasurePart.Order order, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program[0], [.. program.Skip(1), MeasurePart.Word])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            },
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        try
        {
            process.Start();
            Task<string> output = process.StandardOutput.ReadToEndAsync(stop.Token), error = process.StandardError.ReadToEndAsync(stop.Token);
            await process.StandardInput.BaseStream.WriteAsync(MeasurePart.Write(order), stop.Token).ConfigureAwait(false);
            process.StandardInput.Close();
            string answer = await output.ConfigureAwait(false), complaint = await error.ConfigureAwait(false);
            await process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
            bool isWhole = process.ExitCode == ExitCode.Fine && MeasurePart.Read(answer) is { } read && read.Scores.Count == order.Contestants.Count;
            return (isWhole ? MeasurePart.Read(answer) : null, $"the measuring process ended with {process.ExitCode}: {complaint.Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return (null, $"the measuring process gave no answer within {limit.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is IOException or Win32Exception)
        {
            return (null, $"the measuring process failed: {e.Message}");
        }
    }

    private static MeasurePart.Score Numbered(MeasurePart.Score score, int invocation) => score with
    {
        Samples = [.. score.Samples.Select(sample => sample with { Invocation = invocation })],
        WarmUps = [.. score.WarmUps.Select(warmUp => warmUp with { Invocation = invocation })],
    };

    private static void Report(IBenchProgress? progress, TimeBudget budget, BenchmarkDefinition benchmark, Participant participant, MeasurePart.Score score)
    {
        if (score.Failure is { } failure)
        {
            progress?.Report(new BenchEvent.Failed(budget.Elapsed, budget.Remaining, benchmark, participant, failure));
        }
        else if (score.Samples is [.., var last])
        {
            progress?.Report(new BenchEvent.SampleTaken(budget.Elapsed, budget.Remaining, benchmark, participant, last, benchmark.ValueOf(last.Raw)));
        }
    }

    private static Measurement Merge(BenchmarkDefinition benchmark, Participant participant, List<MeasurePart.Score> scores)
    {
        MeasuredSample[] samples = [.. scores.SelectMany(score => score.Samples)];
        return new Measurement
        {
            Benchmark = benchmark, Participant = participant, Samples = samples, WarmUps = [.. scores.SelectMany(score => score.WarmUps)],
            IsValid = scores.TrueForAll(score => score.IsValid), Remarks = WarmUp.Remarks([.. scores.SelectMany(score => score.WarmUps)]),
            Failure = scores.Find(score => score.Failure is not null)?.Failure
                ?? (samples.Length == 0 ? "the budget ended before its first sample; raise --budget or select fewer benchmarks" : null),
        };
    }
}
