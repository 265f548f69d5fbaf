namespace IoLab.Bytecode;

/// <summary>Whether the loop counts steps and reports events: a type argument, so that the plain loop pays nothing.</summary>
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
