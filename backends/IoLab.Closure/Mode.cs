namespace IoLab.Closure;

/// <summary>
/// Whether nodes count steps and report events. A type argument of every node class, so that one source gives two instantiations and the
/// plain one pays nothing.
/// </summary>
internal interface IMode
{
    /// <summary>Count and report?</summary>
    static abstract bool IsInstrumented { get; }
}

/// <summary>Steps are counted, events reported.</summary>
internal readonly struct Instrumented : IMode
{
    public static bool IsInstrumented => true;
}

/// <summary>Nothing is counted.</summary>
internal readonly struct Plain : IMode
{
    public static bool IsInstrumented => false;
}
