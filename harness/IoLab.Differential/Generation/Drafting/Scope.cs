using IoLab.Differential.Generation.Code;

namespace IoLab.Differential.Generation.Drafting;

/// <summary>The variables that can be read at a place of a program.</summary>
internal sealed class Scope
{
    private readonly List<Variable> variables = [];
    private int firstLocal;
    private int globals;

    /// <summary>A new name is readable from here on.</summary>
    public void Declare(Variable variable) => variables.Add(variable);

    /// <summary>What was declared so far are globals: readable in methods too.</summary>
    public void KeepGlobals() => firstLocal = globals = variables.Count;

    /// <summary>Enters a place; give the mark to <see cref="Leave"/>.</summary>
    /// <param name="hidesLocals">Is it a method, which does not see the locals around it?</param>
    public (int Count, int FirstLocal) Enter(bool hidesLocals)
    {
        (int, int) mark = (variables.Count, firstLocal);
        if (hidesLocals) firstLocal = variables.Count;
        return mark;
    }

    /// <summary>Leaves a place and forgets its variables.</summary>
    public void Leave((int Count, int FirstLocal) mark)
    {
        variables.RemoveRange(mark.Count, variables.Count - mark.Count);
        firstLocal = mark.FirstLocal;
    }

    /// <summary>A readable variable that fits, the later ones rather than the earlier ones; null if there is none.</summary>
    public Variable? Find(SeededRandom random, Func<Variable, bool> fits)
    {
        Variable? found = null;
        int seen = 0;
        for (int i = 0; i < variables.Count; i++)
        {
            if (i == globals) i = Math.Max(i, firstLocal);
            if (i >= variables.Count) break;
            if (!fits(variables[i])) continue;
            seen++;
            if (found is null || random.Below(seen) < 2) found = variables[i];
        }

        return found;
    }

    /// <summary>The globals.</summary>
    public IEnumerable<Variable> Globals => variables.Take(globals);
}
