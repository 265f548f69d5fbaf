using System.Reflection;
using IoLab.Contract;
using IoLab.Language.Mutants;

namespace IoLab.Sessions;

/// <summary>The planted bugs as the contract tells of them.</summary>
internal static class MutantCatalogue
{
    /// <summary>The mutants of some components, in the order of <see cref="Mutant"/>.</summary>
    public static IEnumerable<MutantInfo> Of(IReadOnlyList<string> components)
    {
        foreach (var id in Enum.GetNames<Mutant>())
        {
            var planted = typeof(Mutant).GetField(id)!.GetCustomAttribute<PlantedAttribute>()!;
            if (components.Contains(planted.Component))
                yield return new MutantInfo(id, planted.Component, planted.Description);
        }
    }
}
