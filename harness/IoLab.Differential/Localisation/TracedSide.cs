using IoLab.Contract;

namespace IoLab.Differential.Localisation;

/// <summary>One of two sides whose traces are compared.</summary>
/// <param name="Backend">The backend, with <see cref="Capabilities.Tracing"/>.</param>
/// <param name="Options">The options of its sessions, mutants and switched-off features included; what they say of tracing is replaced.</param>
public sealed record TracedSide(IBackend Backend, SessionOptions Options);
