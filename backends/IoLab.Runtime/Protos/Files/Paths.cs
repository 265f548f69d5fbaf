namespace IoLab.Runtime.Protos.Files;

/// <summary>Paths as text, with slashes.</summary>
internal static class Paths
{
    /// <summary>Both parts with one slash between; an end or beginning that is already a slash counts once.</summary>
    public static string Join(string head, string tail)
    {
        if (head.Length == 0)
            return tail;
        return (head[^1] == '/', tail is ['/', ..]) switch
        {
            (true, true) => head + tail[1..],
            (false, false) => head + "/" + tail,
            _ => head + tail,
        };
    }

    /// <summary>What stands after the last slash.</summary>
    public static string LastComponent(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>What stands before the last slash: empty for a bare name, the root for what is in it.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') switch
    {
        < 0 => "",
        0 => "/",
        var slash => path[..slash],
    };
}
