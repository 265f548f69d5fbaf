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

    // The benchmark itself, asked to stop in the middle of its ten turns.
    private const string Awfy = """
        list("som/Benchmark.io", "som/Array.io", "Queens.io") foreach(name, doFile("REPOSITORY/harness/benchmarks/awfy/" .. name))
        placements := 0
        leave := method(k,
            File with(System args at(1)) openForUpdating write(k asBytes) close
            writeln("half finished")
            System exit(0)
        )
        benchmark put := benchmark getSlot("setRowColumn")
        benchmark setRowColumn := method(row, column, isFree,
            Lobby placements = placements + 1
            if(placements == 1090, callcc(block(k, leave(k))))
            put(row, column, isFree)
        )
        writeln("queens: ", benchmark turn, " after ", placements)
        """;

    private const string Resume = "(Continuation fromBytes(File with(System args at(1)) contents)) invoke";

    [Test]
    public void Half_finished_queens_go_on_in_a_fresh_process_on_another_machine(
        [Values("tree", "closure")] string from, [Values("tree", "closure")] string to) => GoesOn(
        from, to, Queens, "half finished, 7 queens on the board\n", "true list(1, 5, 8, 6, 3, 7, 2, 4) after 113\n");

    [Test]
    public void The_half_finished_benchmark_goes_on_too([Values("tree", "closure")] string from, [Values("tree", "closure")] string to) => GoesOn(
        from, to, Awfy.Replace("REPOSITORY", RepositoryDirPath(), StringComparison.Ordinal), "half finished\n", "queens: true after 2180\n");

    private static void GoesOn(string from, string to, string source, string before, string after)
    {
        string dirPath = Directory.CreateTempSubdirectory("iolab-queens-").FullName;
        try
        {
            string stateFilePath = Path.Combine(dirPath, "state");
            Assert.That(Run(from, Write(dirPath, "queens.io", source), stateFilePath), Is.EqualTo(before));
            Assert.That(Run(to, Write(dirPath, "resume.io", Resume), stateFilePath), Is.EqualTo(after));
        }
        finally
        {
            Directory.Delete(dirPath, true);
        }
    }

    private static string RepositoryDirPath()
    {
        DirectoryInfo? dir = new(AppContext.BaseDirectory);
        while (dir is not null && !File.Exists(Path.Combine(dir.FullName, "IoLab.sln"))) dir = dir.Parent;
        return dir!.FullName;
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
