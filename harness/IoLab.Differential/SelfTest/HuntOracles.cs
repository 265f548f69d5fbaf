namespace IoLab.Differential.SelfTest;

/// <summary>What tells right from wrong in a hunt. Taking one away must lower the score.</summary>
[Flags]
public enum HuntOracles
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Another machine's output, exception and end.</summary>
    Output = 1,
    /// <summary>Another machine's trace of events.</summary>
    Trace = 2,
    /// <summary>The recorded expectations of the corpus.</summary>
    Expectation = 4,
    /// <summary>The reference implementation.</summary>
    Reference = 8,
    /// <summary>All.</summary>
    All = Output | Trace | Expectation | Reference,
}
