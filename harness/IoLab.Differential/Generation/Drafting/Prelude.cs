using IoLab.Differential.Generation.Code;

namespace IoLab.Differential.Generation.Drafting;

/// <summary>Definitions that fragments rely on, each made once and only when something relies on it.</summary>
internal sealed class Prelude
{
    private readonly List<(string Key, Expression Definition)> definitions = [];

    /// <summary>The definitions.</summary>
    public IEnumerable<Expression> Definitions => definitions.Select(one => one.Definition);

    /// <summary>A definition is there, made now if it was not.</summary>
    public void Need(string key, Func<Expression> make)
    {
        foreach ((string known, _) in definitions)
        {
            if (known == key) return;
        }

        definitions.Add((key, make()));
    }
}
