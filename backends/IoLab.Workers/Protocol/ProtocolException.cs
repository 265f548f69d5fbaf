namespace IoLab.Workers.Protocol;

/// <summary>Bytes that are no frame, or a frame that does not hold what its kind says.</summary>
internal sealed class ProtocolException(string message) : Exception(message);
