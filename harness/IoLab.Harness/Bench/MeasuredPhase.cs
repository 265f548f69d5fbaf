namespace IoLab.Harness.Bench;

/// <summary>Which part of a program's life a benchmark times.</summary>
public enum MeasuredPhase
{
    /// <summary><c>benchmark run(n)</c>, once it is warm.</summary>
    Run,
    /// <summary>Everything from the start to the end of a whole program, n times; its output is the result.</summary>
    Start,
}
