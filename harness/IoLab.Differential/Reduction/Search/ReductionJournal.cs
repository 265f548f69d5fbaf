using System.Text;
using System.Text.Json;
using IoLab.Harness;

namespace IoLab.Differential.Reduction.Search;

/// <summary>
/// What a reduction has learned, in a file that outlives its process: a head that says of which program and purpose, a line for each text tested, and each accepted
/// source for people to take. A line counts once its newline is there, so a process may die at any moment. Thread safe.
/// </summary>
internal sealed class ReductionJournal : IDisposable
{
    private const string Format = "iolab-reduction/1";
    private const string Boring = "boring ", Interesting = "interesting ", Accepted = "accepted ";
    private readonly Lock gate = new();
    private readonly FileStream file;

    private ReductionJournal(FileStream file) => this.file = file;

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="filePath">Where.</param>
    /// <param name="source">The program to be reduced.</param>
    /// <param name="purpose">What is kept.</param>
    /// <param name="verdicts">Is given what the journal knows.</param>
    /// <exception cref="HarnessException">The file is something else, belongs to another reduction, or is in use.</exception>
    public static ReductionJournal Open(string filePath, string source, string purpose, IDictionary<string, bool> verdicts)
    {
        FileStream file;
        try
        {
            file = new FileStream(filePath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HarnessException($"cannot open the journal {filePath}: {e.Message}", e);
        }

        var journal = new ReductionJournal(file);
        try
        {
            journal.Load(filePath, $"{Format} {TextKey.Of(source)} {TextKey.Of(purpose)}", verdicts);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        return journal;
    }

    /// <summary>A text was tested.</summary>
    public void Tested(string key, bool isInteresting) => Append((isInteresting ? Interesting : Boring) + key);

    /// <summary>A smaller program was found.</summary>
    public void Took(string source) => Append(Accepted + JsonSerializer.Serialize(source));

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void Load(string filePath, string head, IDictionary<string, bool> verdicts)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        int end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        file.SetLength(end);
        file.Position = end;
        string[] lines = Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            Append(head);
            return;
        }

        if (!lines[0].StartsWith(Format, StringComparison.Ordinal)) throw new HarnessException($"{filePath} is no journal of a reduction; name another file");
        if (lines[0] != head) throw new HarnessException($"{filePath} is the journal of another reduction: of another program, or with another test; name another file, or delete it");
        foreach (string line in lines.Skip(1))
        {
            if (line.StartsWith(Boring, StringComparison.Ordinal)) verdicts[line[Boring.Length..]] = false;
            else if (line.StartsWith(Interesting, StringComparison.Ordinal)) verdicts[line[Interesting.Length..]] = true;
        }
    }

    private void Append(string line)
    {
        lock (gate)
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush();
        }
    }
}
