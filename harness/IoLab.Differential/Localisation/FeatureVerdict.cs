namespace IoLab.Differential.Localisation;

/// <summary>What a bisection over features came to.</summary>
public enum FeatureFinding
{
    /// <summary>Switching off <see cref="FeatureVerdict.Feature"/> alone makes the disagreement vanish.</summary>
    Alone,
    /// <summary>The disagreement comes with <see cref="FeatureVerdict.Feature"/> as features are switched on in their order, but stays when only that one is off: others bring it too.</summary>
    WithOthers,
    /// <summary>It disagrees with all features off: the fault is elsewhere.</summary>
    Elsewhere,
    /// <summary>It did not disagree when it ran again with nothing switched off.</summary>
    Unreproducible,
}

/// <summary>Which feature of a backend a disagreement depends on.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Feature">The feature, or null when there is none.</param>
/// <param name="Trials">How often the question was asked.</param>
public sealed record FeatureVerdict(FeatureFinding Finding, string? Feature, int Trials);
