namespace IoLab.Bytecode;

/// <summary>Code that must not run: a bug of the compiler.</summary>
internal sealed class BadCodeException(string message) : Exception(message);
