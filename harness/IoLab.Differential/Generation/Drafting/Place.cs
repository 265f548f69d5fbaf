namespace IoLab.Differential.Generation.Drafting;

/// <summary>What is true of the place where code is being made.</summary>
internal readonly record struct Place
{
    /// <summary>How often it may run in one run of the fragment.</summary>
    public long Times { get; init; }

    /// <summary>Only methods below this rank may be called.</summary>
    public int RankLimit { get; init; }

    /// <summary>Is there a <c>call</c>?</summary>
    public bool IsInMethod { get; init; }

    /// <summary>Is it in a loop's body, where break and continue mean something?</summary>
    public bool IsInLoop { get; init; }

    /// <summary>The proto whose method it is, for <c>self</c>.</summary>
    public ProtoModel? Self { get; init; }

    /// <summary>Is it code that anything may call, any number of times?</summary>
    public bool IsReusable { get; init; }

    /// <summary>Runs many times: what is kept must not grow.</summary>
    public bool MayRepeat => Times > 1 || IsReusable;
}
