using IoLab.Contract;

namespace IoLab.External.Processes;

/// <summary>How a child process ended.</summary>
/// <param name="Code">Its exit code; 128 + n when signal n ended it.</param>
/// <param name="Elapsed">From just before its start until its exit was seen.</param>
public sealed record ChildExit(int Code, Nanoseconds Elapsed);

/// <summary>A child process could not be started.</summary>
public sealed class ChildStartException(string message, Exception? inner = null) : Exception(message, inner);
