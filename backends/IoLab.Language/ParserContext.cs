using IoLab.Language.Mutants;

namespace IoLab.Language;

/// <summary>What parsing needs from its VM.</summary>
/// <param name="Symbols">Where names are interned.</param>
/// <param name="Literals">Who makes the cached results of literals.</param>
/// <param name="Operators">The operators to shuffle by; null: do not shuffle.</param>
/// <param name="AllowIntrinsics">Is the backtick an identifier character? Only for the prelude.</param>
/// <param name="Mutants">The planted bugs that are switched on.</param>
public sealed record ParserContext(SymbolTable Symbols, ILiteralFactory Literals, IOperatorTable? Operators, bool AllowIntrinsics = false, MutantSet Mutants = default);
