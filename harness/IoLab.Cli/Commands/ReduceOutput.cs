using System.Text;
using IoLab.Cli.Host;
using IoLab.Cli.Options;
using IoLab.Cli.Output;
using IoLab.Differential.Campaigns;
using IoLab.Differential.Reduction;

namespace IoLab.Cli.Commands;

/// <summary>How the result of <c>iolab reduce</c> is written.</summary>
internal static class ReduceOutput
{
    /// <summary>Writes the program where it is wanted, and what became of it: on standard error when the program takes standard output.</summary>
    public static void Write(ReduceRequest request, ReductionResult result, string kept, TimeSpan elapsed, CliHost host)
    {
        string program = request.HasHeader ? Header(request, result, kept) + result.Source : result.Source;
        if (request.OutputFilePath is { } filePath) Save(filePath, program);
        if (request.Format == OutputFormat.Json)
        {
            WriteJson(host.OutputStream, result, program, kept, elapsed);
            return;
        }

        if (request.OutputFilePath is null)
        {
            host.OutputStream.Write(Encoding.UTF8.GetBytes(program));
            host.OutputStream.Flush();
        }

        (request.OutputFilePath is null ? host.Error : host.Out).WriteLine(
            $"iolab: {Size(result.Before)} reduced to {Size(result.After)} in {result.Tests} tests and {elapsed.TotalSeconds:0.0} s{Stopped(result.End)}");
    }

    /// <summary>The file is the old one or the new one, never half of it.</summary>
    private static void Save(string filePath, string program)
    {
        string newFilePath = $"{filePath}.{Environment.ProcessId}";
        File.WriteAllText(newFilePath, program);
        File.Move(newFilePath, filePath, overwrite: true);
    }

    private static string Header(ReduceRequest request, ReductionResult result, string kept)
    {
        var header = new StringBuilder();
        header.Append("# reduced by iolab from ").Append(Size(result.Before)).Append('\n');
        header.Append("# kept: ").Append(kept.ReplaceLineEndings(" ")).Append('\n');
        if (request.Mutants.Count > 0) header.Append("# planted: ").Append(string.Join(", ", request.Mutants)).Append('\n');
        if (request.Seed is { } seed) header.Append("# seed: ").Append(seed.ReplaceLineEndings(" ")).Append('\n');
        return header.ToString();
    }

    private static string Size(ProgramSize size) => $"{size.Lines} {(size.Lines == 1 ? "line" : "lines")} ({size.Messages} messages)";

    private static string Stopped(ReductionEnd end) => end switch
    {
        ReductionEnd.TestLimit => "; stopped by --max-tests, it may be smaller still",
        ReductionEnd.TimeLimit => "; stopped by --max-time, it may be smaller still",
        _ => "",
    };

    private static void WriteJson(Stream output, ReductionResult result, string program, string kept, TimeSpan elapsed) => JsonOutput.Write(output, "iolab-reduce/1", json =>
    {
        json.WriteString("source", program);
        json.WriteString("kept", kept);
        json.WriteString("end", System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(result.End.ToString()));
        json.WriteNumber("tests", result.Tests);
        json.WriteNumber("elapsedNs", (long)elapsed.TotalNanoseconds);
        foreach ((string name, ProgramSize size) in new[] { ("before", result.Before), ("after", result.After) })
        {
            json.WriteStartObject(name);
            json.WriteNumber("lines", size.Lines);
            json.WriteNumber("messages", size.Messages);
            json.WriteEndObject();
        }
    });
}
