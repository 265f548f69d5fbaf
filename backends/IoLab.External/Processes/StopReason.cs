using IoLab.Contract;

namespace IoLab.External.Processes;

/// <summary>Why a child was ended before it ended itself.</summary>
internal enum StopReason
{
    /// <summary>It ended itself.</summary>
    None,
    /// <summary><see cref="RunLimits.Time"/>.</summary>
    Time,
    /// <summary><see cref="RunLimits.OutputBytes"/>.</summary>
    Output,
    /// <summary><see cref="RunLimits.MemoryBytes"/>.</summary>
    Memory,
    /// <summary>The caller gave up.</summary>
    Cancelled,
}
