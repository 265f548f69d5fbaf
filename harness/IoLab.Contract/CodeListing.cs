namespace IoLab.Contract;

/// <summary>A backend that compiles programs to code people can read.</summary>
public interface ICodeLister
{
    /// <summary>Compiles a program without running it.</summary>
    /// <returns>The program's own code, then that of its methods and blocks in the order of the source.</returns>
    /// <exception cref="CodeRefusedException">The program does not compile.</exception>
    IReadOnlyList<CodeListing> ListCode(IoProgram program);
}

/// <summary>A program does not compile, or what was made of it did not pass the backend's own checks.</summary>
public sealed class CodeRefusedException(string message) : Exception(message);

/// <summary>One piece of compiled code: a program, a method's or block's body, an argument that is evaluated later.</summary>
/// <param name="Title">What it is, such as <c>f := method(n)</c>.</param>
/// <param name="Label">The file it comes from.</param>
/// <param name="Line">The line it begins in; 0: unknown.</param>
/// <param name="Registers">How many registers a call of it takes.</param>
/// <param name="Locals">The locals that have registers, by register.</param>
/// <param name="Lines">The instructions.</param>
public sealed record CodeListing(string Title, string Label, int Line, int Registers, IReadOnlyList<CodeLocal> Locals, IReadOnlyList<CodeLine> Lines);

/// <summary>A local that has a register.</summary>
/// <param name="Register">The register.</param>
/// <param name="Name">Its name.</param>
public sealed record CodeLocal(int Register, string Name);

/// <summary>One instruction.</summary>
/// <param name="Place">Where it is; jumps name this.</param>
/// <param name="Instruction">What it is called.</param>
/// <param name="Operands">Its operands as text.</param>
/// <param name="Line">The line of the source it was made from; 0: unknown.</param>
/// <param name="Source">The message it was made from; empty: unknown.</param>
public sealed record CodeLine(int Place, string Instruction, IReadOnlyList<string> Operands, int Line, string Source);
