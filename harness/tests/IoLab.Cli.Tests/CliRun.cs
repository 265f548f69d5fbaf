using System.Text;
using IoLab.Cli.Host;
using IoLab.Contract;

namespace IoLab.Cli.Tests;

/// <summary>One command line run in this process with captured streams.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static Task<CliRun> OfAsync(params string[] words) => OfAsync(words, null, default);

    public static async Task<CliRun> OfAsync(string[] words, IReadOnlyList<(string, Func<IBackend>)>? backends, CancellationToken cancellationToken = default, string input = "")
    {
        var output = new MemoryStream();
        var error = new MemoryStream();
        int code;
        using (CliHost host = CliHost.Captured(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error))
        {
            backends ??= [("scripted", () => new ScriptedBackend("scripted")), ("other", () => new ScriptedBackend("other"))];
            code = await new Application(new CliContext(host, backends, backends[0].Item1)).RunAsync(words, cancellationToken);
        }

        return new CliRun(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
