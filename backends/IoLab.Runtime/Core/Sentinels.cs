namespace IoLab.Runtime.Core;

/// <summary>Objects no program sees. Immutable, so shared by all worlds: compiled code compares with constants.</summary>
public static class Sentinels
{
    private static readonly Shape Empty = Shape.Root([]);

    /// <summary>"No local of that name here."</summary>
    public static readonly IoObject Absent = Make("absent");
    /// <summary>"This local now lives in the Locals object."</summary>
    public static readonly IoObject Moved = Make("moved");
    /// <summary>The content of a <c>call</c> slot that nobody has read yet.</summary>
    public static readonly IoObject LazyCall = Make("lazy call");
    /// <summary>What an evaluation answers while it unwinds; the reason is in the VM's stop state.</summary>
    public static readonly IoObject Unwind = Make("unwind");

    private static IoObject Make(string name) => new(Empty, null, new TagPayload(Kind.Sentinel, name), ObjectFlags.Sentinel);
}
