using System.Diagnostics;

namespace IoLab.Cli.Tests;

/// <summary>A computation that was stopped in one process of <c>iolab run</c> goes on in another, on another machine.</summary>
[CancelAfter(120_000)]
public class ContinuationSpecs
{
    // Eight queens, column by column. When half of the work is done the program writes the rest of itself to a file and ends.
    private const string Queens = """
        Board := Object clone do(
            init := method(
                self rows := list()
                self placed := 0
            )
            isFree := method(row,
                column := rows size
                rows foreach(c, r, if(r == row or (r - row) abs == column - c, return false))
                true
            )
            put := method(row,
                rows append(row)
                placed = placed + 1
                if(placed == 57, callcc(block(k, leave(k))))
            )
            leave := method(k,
                File with(System args at(1)) openForUpdating write(k asBytes) close
                writeln("half finished, ", rows size, " queens on the board")
                System exit(0)
            )
            place := method(
                if(rows size == 8, return true)
                for(row, 1, 8,
                    if(isFree(row),
                        put(row)
                        if(place, return true)
                        rows pop
                    )
                )
                false
            )
        )
        board := Board clone
        found := board place
        writeln(found, " ", board rows, " after ", board placed)
        """;

    private const string Resume = "(Continuation fromBytes(File with(System args at(1)) contents)) invoke";

    [TestCase("tree", "closure")]
    [TestCase("closure", "tree")]
    [TestCase("tree", "tree")]
    [TestCase("closure", "closure")]
    public void Half_finished_queens_go_on_in_a_fresh_process_on_another_machine(string from, string to)
    {
        string dirPath = Directory.CreateTempSubdirectory("iolab-queens-").FullName;
        try
        {
            string stateFilePath = Path.Combine(dirPath, "state");
            Assert.That(Run(from, Write(dirPath, "queens.io", Queens), stateFilePath), Is.EqualTo("half finished, 5 queens on the board\n"));
            Assert.That(Run(to, Write(dirPath, "resume.io", Resume), stateFilePath), Is.EqualTo("true list(1, 5, 8, 6, 3, 7, 2, 4) after 113\n"));
        }
        finally
        {
            Directory.Delete(dirPath, true);
        }
    }

    private static string Write(string dirPath, string name, string source)
    {
        string filePath = Path.Combine(dirPath, name);
        File.WriteAllText(filePath, source);
        return filePath;
    }

    private static string Run(string backend, string programFilePath, string stateFilePath)
    {
        string[] words = ["exec", typeof(Application).Assembly.Location, "run", "--backend", backend, programFilePath, stateFilePath];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + error.Result;
    }
}
