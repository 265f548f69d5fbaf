using System.Globalization;
using IoLab.Cli.Host;
using IoLab.Contract;
using IoLab.Reports;

namespace IoLab.Cli.Output;

/// <summary>A profile as people read it: the methods, the instructions, the sites that miss, the sites that allocate.</summary>
internal static class ProfileTables
{
    /// <summary>Writes the tables.</summary>
    public static void Write(CliHost host, RunProfile profile, string label, string backend, int top, bool showsPairs)
    {
        long calls = profile.Methods.Sum(method => method.Calls);
        host.Out.WriteLine(
            $"{label} on {backend}: {Count(profile.Instructions)} instructions in {Count(calls)} calls, {Size(profile.Allocated)} allocated; {Count(profile.Samples)} samples, one every {Count(profile.Interval)} instructions");
        Methods(host, profile, top);
        Instructions(host, profile, calls, top);
        if (showsPairs) Pairs(host, profile, top);
        Misses(host, profile, top);
        Allocations(host, profile, top);
    }

    private static void Methods(CliHost host, RunProfile profile, int top)
    {
        Head(host, "methods", profile.Methods.Count, top);
        var table = new ConsoleTable(">own", ">with callees", ">calls", ">instructions", ">per call", ">allocated", "method", "where");
        foreach (ProfiledMethod method in profile.Methods.Take(top))
        {
            table.Add(
                Share(method.Instructions, profile.Instructions), Share(method.Samples, profile.Samples), Count(method.Calls), Count(method.Instructions), PerCall(method.Instructions, method.Calls),
                Size(method.Allocated), method.Frame.Name, Where(method.Frame.Label, method.Frame.Line));
        }

        table.Write(host);
    }

    private static void Instructions(CliHost host, RunProfile profile, long calls, int top)
    {
        Head(host, "instructions", profile.Opcodes.Count, top);
        var table = new ConsoleTable(">share", ">count", ">per call", "instruction");
        foreach (InstructionCount opcode in profile.Opcodes.Take(top)) table.Add(Share(opcode.Count, profile.Instructions), Count(opcode.Count), PerCall(opcode.Count, calls), opcode.Name);
        table.Write(host);
    }

    private static void Pairs(CliHost host, RunProfile profile, int top)
    {
        Head(host, "pairs of instructions, one directly behind the other", profile.Pairs.Count, top);
        var table = new ConsoleTable(">share", ">count", ">by jump, call, return", "first", "second");
        foreach (InstructionPair pair in profile.Pairs.Take(top)) table.Add(Share(pair.Adjacent, profile.Instructions), Count(pair.Adjacent), Count(pair.Across), pair.First, pair.Second);
        table.Write(host);
    }

    private static void Misses(CliHost host, RunProfile profile, int top)
    {
        ProfiledSite[] lookups = [.. profile.Sites.Where(site => site.LooksUp)];
        long count = lookups.Sum(site => site.Count), searched = lookups.Sum(site => site.Searched), misses = lookups.Sum(site => site.Misses);
        ProfiledSite[] shown = [.. profile.Sites.Where(site => site.Misses + site.Searched > 0)];
        Head(host, $"sites that miss, of {Count(count)} lookups {Share(searched, count)} searched, {Share(misses, count)} missed", shown.Length, top);
        var table = new ConsoleTable(">misses", ">searched", ">lookups", ">hits", ">entries", "instruction", "message", "where", "in");
        foreach (ProfiledSite site in shown.Take(top))
        {
            table.Add(
                Count(site.Misses), Count(site.Searched), Count(site.Count), Share(site.Hits, site.Count), $"{(site.IsMegamorphic ? "mega " : "")}{site.Entries}", site.Instruction, site.Message,
                Where(site.Label, site.Line), site.Method.Name);
        }

        if (shown.Length > 0) table.Write(host);
    }

    private static void Allocations(CliHost host, RunProfile profile, int top)
    {
        ProfiledSite[] shown = [.. profile.Sites.Where(site => site.Allocated.Value > 0).OrderByDescending(site => site.Allocated.Value)];
        Head(host, "sites that allocate", shown.Length, top);
        var table = new ConsoleTable(">share", ">allocated", ">count", ">each", "instruction", "message", "where", "in");
        foreach (ProfiledSite site in shown.Take(top))
        {
            table.Add(
                Share(site.Allocated.Value, profile.Allocated.Value), Size(site.Allocated), Count(site.Count), Size(new Bytes(site.Allocated.Value / site.Count)), site.Instruction, site.Message,
                Where(site.Label, site.Line), site.Method.Name);
        }

        if (shown.Length > 0) table.Write(host);
    }

    private static void Head(CliHost host, string what, int count, int top)
    {
        host.Out.WriteLine();
        host.Out.WriteLine(count == 0 ? $"{what}: none" : count > top ? $"{what} (the first {top} of {Count(count)}):" : $"{what}:");
    }

    private static string Count(long count) => NumberFormat.Count(count);

    private static string Size(Bytes bytes) => NumberFormat.Value(bytes.Value, "B");

    private static string Share(long part, long whole) => whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:F1} %");

    private static string PerCall(long count, long calls) => 
        calls == 0 ? "-" : count / calls >= 1000 ? Count(count / calls) : string.Create(CultureInfo.InvariantCulture, $"{(double)count / calls:F1}");

    private static string Where(string label, int line) => label.Length == 0 ? "" : $"{label}:{line}";
}
