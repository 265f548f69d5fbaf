using IoLab.Contract;

namespace IoLab.Differential.Localisation;

/// <summary>
/// Finds the feature of a backend (a pass of a compiler, a kind of cache) whose switching off makes a disagreement vanish. Features are searched by halves in the
/// order in which they work: the later ones off, the earlier ones on.
/// </summary>
public static class FeatureBisection
{
    /// <summary>Searches the features of a backend.</summary>
    /// <param name="backend">The backend.</param>
    /// <param name="disagrees">Does the disagreement show in sessions with these <see cref="SessionOptions.DisabledFeatures"/>?</param>
    public static async Task<FeatureVerdict> FindAsync(IBackend backend, Func<IReadOnlyList<string>, Task<bool>> disagrees)
    {
        IReadOnlyList<string> features = backend.Features;
        int trials = 0;
        if (!await AsksAsync([]).ConfigureAwait(false)) return new FeatureVerdict(FeatureFinding.Unreproducible, null, trials);
        if (features.Count == 0 || await AsksAsync(features).ConfigureAwait(false)) return new FeatureVerdict(FeatureFinding.Elsewhere, null, trials);

        // With the first `good` features on it agrees, with the first `bad` it does not.
        int good = 0, bad = features.Count;
        while (bad - good > 1)
        {
            int middle = (good + bad) / 2;
            if (await AsksAsync([.. features.Skip(middle)]).ConfigureAwait(false)) bad = middle;
            else good = middle;
        }

        string feature = features[good];
        bool isAlone = features.Count == 1 || !await AsksAsync([feature]).ConfigureAwait(false);
        return new FeatureVerdict(isAlone ? FeatureFinding.Alone : FeatureFinding.WithOthers, feature, trials);

        Task<bool> AsksAsync(IReadOnlyList<string> disabled)
        {
            trials++;
            return disagrees(disabled);
        }
    }
}
