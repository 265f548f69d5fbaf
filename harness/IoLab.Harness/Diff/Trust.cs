namespace IoLab.Harness.Diff;

/// <summary>Whom to believe where no vote decides.</summary>
/// <param name="Order">Names, the most trusted first. Who is not named is trusted less than all who are.</param>
/// <param name="Reference">The name of the reference implementation when it takes part, or null.</param>
public sealed record Trust(IReadOnlyList<string> Order, string? Reference = null)
{
    private const char Host = '@';

    /// <summary>Nobody is believed more than anybody else.</summary>
    public static Trust Nobody { get; } = new([]);

    /// <summary>A backend's name without where its sessions live: <c>tree</c> for <c>tree@worker</c>.</summary>
    public static string Bare(string backend) => backend.IndexOf(Host, StringComparison.Ordinal) is > 0 and var at ? backend[..at] : backend;

    /// <summary>Is this the reference?</summary>
    public bool IsReference(string backend) => Reference is { } reference && Bare(backend) == Bare(reference);

    /// <summary>Its place in the order, from 0; the order's length when it is not named.</summary>
    public int Rank(string backend)
    {
        for (int i = 0; i < Order.Count; i++)
        {
            if (Bare(Order[i]) == Bare(backend)) return i;
        }

        return Order.Count;
    }
}
