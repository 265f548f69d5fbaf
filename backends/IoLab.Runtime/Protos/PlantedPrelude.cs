using IoLab.Language.Mutants;

namespace IoLab.Runtime.Protos;

/// <summary>The mutants of the prelude: changes of its text before it is parsed.</summary>
internal static class PlantedPrelude
{
    private static readonly (Mutant Mutant, string File, string Sound, string Broken)[] Changes =
    [
        (Mutant.AverageFloor, "List", "method(self `sum / self `size)", "method((self `sum / self `size) `floor)"),
        (Mutant.DurationInPlace, "Duration", "self clone -= other", "self -= other"),
        (Mutant.SerializedComma, "Serialization", "if(index > 0,", "if(index > 1,"),
        (Mutant.SerializedTwin, "Serialization", "stream seen `removeAt(id)", "nil"),
    ];

    /// <summary>A prelude file's text with the mutants that are switched on.</summary>
    /// <exception cref="InvalidOperationException">A mutant has nothing to change there: the prelude has changed.</exception>
    public static string Apply(MutantSet mutants, string file, string text)
    {
        foreach (var change in Changes)
        {
            if (!mutants.Has(change.Mutant) || file != $"prelude/{change.File}.io")
                continue;
            var changed = text.Replace(change.Sound, change.Broken, StringComparison.Ordinal);
            text = changed != text ? changed : throw new InvalidOperationException($"{file} has no '{change.Sound}' that {change.Mutant} could change");
        }
        return text;
    }
}
