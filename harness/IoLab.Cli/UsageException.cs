namespace IoLab.Cli;

/// <summary>The command line or the configuration asks for something that cannot be. The message says what, with which value, and what to try.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
