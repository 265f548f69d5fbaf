namespace IoLab.Language;

/// <summary>Where the shuffler looks operators up; a running VM answers from its <c>OperatorTable</c> object.</summary>
public interface IOperatorTable
{
    /// <summary>The precedence of a binary operator (0 binds tightest, 31 loosest), or null if it is none.</summary>
    /// <exception cref="SyntaxException">The table holds something that is not a number.</exception>
    int? Precedence(Symbol name);

    /// <summary>The slot-setting message of an assignment operator, or null if it is none.</summary>
    /// <exception cref="SyntaxException">The table holds something that is not a symbol.</exception>
    Symbol? AssignmentMessage(Symbol name);
}
