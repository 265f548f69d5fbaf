using System.Text.Json;
using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab backends</c>: who is there, in which version, and what to do about those who are not usable.</summary>
internal static class BackendsCommand
{
    /// <summary>Lists the backends.</summary>
    public static async Task<int> RunAsync(BackendRegistry backends, OutputFormat format, CliHost host, CancellationToken cancellationToken)
    {
        var rows = new List<(IBackend Backend, ProbeResult Probe)>();
        foreach (IBackend backend in backends.All) rows.Add((backend, await backend.ProbeAsync(cancellationToken).ConfigureAwait(false)));

        if (format == OutputFormat.Json) JsonOutput.Write(host.OutputStream, "iolab-backends/1", json => WriteJson(json, rows));
        else WriteTable(rows, host);
        return ExitCode.Fine;
    }

    private static void WriteTable(List<(IBackend Backend, ProbeResult Probe)> rows, CliHost host)
    {
        var table = new ConsoleTable("backend", "version", "usable", "can", "what it is").Narrow(3, 36);
        foreach ((IBackend backend, ProbeResult probe) in rows)
        {
            table.Add(
                backend.Name,
                probe.Version ?? "-",
                probe.IsUsable ? Cell.Good("yes") : Cell.Bad("no"),
                CapabilityText(backend.Capabilities),
                probe.IsUsable ? backend.Description : $"{backend.Description.TrimEnd('.')}. To use it: {probe.Remedy}");
        }

        table.Write(host);
    }

    private static string CapabilityText(Capabilities capabilities) =>
        capabilities == Capabilities.None ? "run" : string.Join(", ", Names(capabilities).Select(name => JsonNamingPolicy.KebabCaseLower.ConvertName(name)));

    private static IEnumerable<string> Names(Capabilities capabilities) =>
        Enum.GetValues<Capabilities>().Where(one => one != Capabilities.None && capabilities.HasFlag(one)).Select(one => one.ToString());

    private static void WriteJson(Utf8JsonWriter json, List<(IBackend Backend, ProbeResult Probe)> rows)
    {
        json.WriteStartArray("backends");
        foreach ((IBackend backend, ProbeResult probe) in rows)
        {
            json.WriteStartObject();
            json.WriteString("name", backend.Name);
            json.WriteString("description", backend.Description);
            json.WriteBoolean("usable", probe.IsUsable);
            json.WriteString("version", probe.Version);
            json.WriteString("remedy", probe.Remedy);
            json.WriteStartArray("capabilities");
            foreach (string name in Names(backend.Capabilities)) json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(name));
            json.WriteEndArray();
            json.WriteStartArray("components");
            foreach (string component in backend.Components) json.WriteStringValue(component);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
