using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace IoLab.Wasm.Hosts;

/// <summary>Asks a host which version it is.</summary>
internal static class HostVersion
{
    /// <summary>Its name and version, as far as it tells in time.</summary>
    public static async ValueTask<string?> AskAsync(GuestHost host, TimeSpan time, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(host.ProgramFilePath);
        var info = new ProcessStartInfo(host.ProgramFilePath, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(info)!;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            stop.CancelAfter(time);
            await using (stop.Token.Register(() => process.Kill(entireProcessTree: true)).ConfigureAwait(false))
            {
                var said = await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                if (said.Length == 0)
                    return $"{name} {PackageVersion(host)}".Trim();
                var version = said.Split('\n')[0].Trim();
                return version.StartsWith(name, StringComparison.Ordinal) ? version : $"{name} {version}".Trim();
            }
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            return name;
        }
    }

    /// <summary>The version of the npm package that a host came in: Wizer does not tell its own.</summary>
    private static string PackageVersion(GuestHost host)
    {
        var filePath = Path.Combine(Path.GetDirectoryName(host.ProgramFilePath)!, "package.json");
        if (!File.Exists(filePath))
            return "";
        try
        {
            using var package = JsonDocument.Parse(File.ReadAllBytes(filePath));
            return package.RootElement.TryGetProperty("version", out var version) ? version.ToString() : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
