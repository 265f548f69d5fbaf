namespace IoLab.Bytecode;

/// <summary>What the loop does besides running code: a type argument, so that the plain loop pays nothing.</summary>
internal interface IMode
{
    /// <summary>Does it count steps and report events?</summary>
    static abstract bool IsInstrumented { get; }

    /// <summary>Does it tell the <see cref="Profiling.ProfileRecorder"/> of each instruction?</summary>
    static abstract bool IsProfiled { get; }
}

/// <summary>Steps are counted, events reported.</summary>
internal readonly struct Instrumented : IMode
{
    public static bool IsInstrumented => true;
    public static bool IsProfiled => false;
}

/// <summary>Nothing is counted.</summary>
internal readonly struct Plain : IMode
{
    public static bool IsInstrumented => false;
    public static bool IsProfiled => false;
}

/// <summary>The plain loop's ways, each instruction counted.</summary>
internal readonly struct Profiled : IMode
{
    public static bool IsInstrumented => false;
    public static bool IsProfiled => true;
}

/// <summary>Steps and instructions are counted.</summary>
internal readonly struct ProfiledSteps : IMode
{
    public static bool IsInstrumented => true;
    public static bool IsProfiled => true;
}
