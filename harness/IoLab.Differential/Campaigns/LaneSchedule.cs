namespace IoLab.Differential.Campaigns;

/// <summary>Hands lanes to jobs: the one that is furthest behind first, so that programs are run nearly in the order of their numbers. Thread safe.</summary>
internal sealed class LaneSchedule
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Lane, long> idle = new();
    private readonly long? programs;

    /// <summary>Makes a schedule.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="programs">A lane whose next program has this number or a higher one is done; null for no end.</param>
    public LaneSchedule(IEnumerable<Lane> lanes, long? programs)
    {
        this.programs = programs;
        foreach (Lane lane in lanes) Return(lane);
    }

    /// <summary>A lane to run one program of; null when there is none to do or to wait for. With more jobs than lanes some jobs end at once.</summary>
    public Lane? Take()
    {
        lock (gate) return idle.TryDequeue(out Lane? lane, out _) ? lane : null;
    }

    /// <summary>Gives a lane back.</summary>
    public void Return(Lane lane)
    {
        lock (gate)
        {
            if (programs is null || lane.NextProgram < programs) idle.Enqueue(lane, lane.NextProgram);
        }
    }
}
