using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;
using IoLab.Reports;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab env</c>: the machine as measurements record it, and what on it makes them worse.</summary>
internal static class EnvCommand
{
    /// <summary>Describes the machine.</summary>
    public static int Run(EnvironmentInfo info, OutputFormat format, CliHost host)
    {
        IReadOnlyList<string> doubts = Doubts(info);
        if (format == OutputFormat.Json)
        {
            JsonOutput.Write(host.OutputStream, "iolab-environment/1", json =>
            {
                json.WriteString("fingerprint", info.Fingerprint);
                json.WriteString("processor", info.Processor);
                json.WriteNumber("cores", info.Cores);
                json.WriteNumber("memoryBytes", info.Memory.Value);
                json.WriteString("operatingSystem", info.OperatingSystem);
                json.WriteString("runtime", info.Runtime);
                json.WriteString("runtimeSettings", info.RuntimeSettings);
                json.WriteString("governor", info.Governor);
                json.WriteFinite("loadAverage", info.LoadAverage);
                json.WriteString("commit", info.Commit);
                json.WriteString("branch", info.Branch);
                json.WriteStartArray("doubts");
                foreach (string doubt in doubts) json.WriteStringValue(doubt);
                json.WriteEndArray();
            });
            return ExitCode.Fine;
        }

        foreach ((string name, string? value) in new[]
        {
            ("machine", info.Fingerprint), ("processor", $"{info.Processor}, {info.Cores} logical"), ("memory", NumberFormat.Value(info.Memory.Value, "B")),
            ("system", info.OperatingSystem), ("virtual", info.IsVirtual switch { true => "yes", false => "no", null => null }), ("governor", info.Governor),
            ("load", info.LoadAverage?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)), ("runtime", info.Runtime), ("settings", info.RuntimeSettings),
            ("commit", info.Commit), ("branch", info.Branch),
        })
        {
            host.Out.WriteLine($"{name,-10} {value ?? "-"}");
        }

        foreach (string doubt in doubts) host.Warn(doubt);
        return ExitCode.Fine;
    }

    /// <summary>What on this machine makes measurements worse, each with what to do.</summary>
    public static IReadOnlyList<string> Doubts(EnvironmentInfo info)
    {
        var doubts = new List<string>();
        if (info.LoadAverage > info.Cores * 0.5) doubts.Add($"the machine is busy (load {info.LoadAverage:0.0} on {info.Cores} processors): stop other programs, or expect wide intervals");
        if (info.Governor is { } governor && governor != "performance") doubts.Add($"the frequency governor is {governor}: set it to performance for steadier times");
        if (info.RuntimeSettings.Contains("server GC", StringComparison.Ordinal)) doubts.Add("the server garbage collector is on: allocation is slower; unset DOTNET_gcServer");
        if (!info.RuntimeSettings.Contains("not concurrent", StringComparison.Ordinal)) doubts.Add("the concurrent garbage collector is on: retained objects are several times slower; start with ./iolab");
        return doubts;
    }
}
