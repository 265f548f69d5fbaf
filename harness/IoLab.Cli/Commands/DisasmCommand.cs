using IoLab.Cli.Host;
using IoLab.Cli.Output;
using IoLab.Contract;

namespace IoLab.Cli.Commands;

/// <summary><c>iolab disasm</c>: the code a program is compiled to, without running it.</summary>
internal static class DisasmCommand
{
    /// <summary>Lists the code of a file, or of what is given.</summary>
    public static async Task<int> RunAsync(string? filePath, string? code, string? backend, BackendRegistry backends, OutputFormat format, CliHost host, CancellationToken cancellationToken)
    {
        if ((filePath is null) == (code is null)) throw new UsageException("disasm needs a file or -e CODE: iolab disasm hello.io, or iolab disasm -e '1 + 1 println'");
        if (filePath is not null && !File.Exists(filePath)) throw new UsageException($"disasm: there is no file {filePath}");
        IoProgram program = filePath is not null
            ? new IoProgram { Source = await File.ReadAllTextAsync(filePath, cancellationToken).ConfigureAwait(false), Label = filePath, IsFile = true }
            : new IoProgram { Source = code! };
        (string name, ICodeLister lister) = backends.Lister(backend);
        IReadOnlyList<CodeListing> listings;
        try
        {
            listings = lister.ListCode(program);
        }
        catch (CodeRefusedException e)
        {
            host.Error.WriteLine($"iolab: {program.Label}: {e.Message}");
            return ExitCode.GuestSyntaxError;
        }

        if (format == OutputFormat.Text)
        {
            host.Out.Write(CodeText.Of(listings));
            return ExitCode.Fine;
        }

        JsonOutput.Write(host.OutputStream, "iolab-code/1", json =>
        {
            json.WriteString("backend", name);
            CodeText.Write(json, listings);
        });
        return ExitCode.Fine;
    }
}
