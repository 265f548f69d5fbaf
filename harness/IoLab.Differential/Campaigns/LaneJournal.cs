using System.Text;

namespace IoLab.Differential.Campaigns;

/// <summary>
/// A lane's file: one line for each program, appended when all that belongs to the program is on disk. Whatever ends the process, the file tells
/// how far the lane was; a line that is torn or damaged ends it, and what would follow is run again.
/// </summary>
public sealed class LaneJournal : IDisposable
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);
    private readonly FileStream file;

    private LaneJournal(FileStream file) => this.file = file;

    /// <summary>The records of a file up to the first line that is not whole; none when there is no file.</summary>
    /// <param name="filePath">The file.</param>
    /// <param name="validBytes">How many bytes of it they take.</param>
    /// <param name="damagedBytes">How many bytes follow, which cannot be used.</param>
    public static IReadOnlyList<LaneRecord> Read(string filePath, out long validBytes, out long damagedBytes)
    {
        (validBytes, damagedBytes) = (0, 0);
        if (!File.Exists(filePath)) return [];
        byte[] bytes = File.ReadAllBytes(filePath);
        var records = new List<LaneRecord>();
        int start = 0;
        while (start < bytes.Length)
        {
            int length = Array.IndexOf(bytes, (byte)'\n', start) - start;
            if (length < 0 || LaneRecordFormat.Read(Encoding.GetString(bytes, start, length)) is not { } record || record.Position != records.Count) break;
            records.Add(record);
            start += length + 1;
        }

        (validBytes, damagedBytes) = (start, bytes.Length - start);
        return records;
    }

    /// <summary>Opens a file to append to, cut to the bytes that are valid; makes it when there is none.</summary>
    public static LaneJournal Open(string filePath, long validBytes)
    {
        // Not buffered: what is appended must be the system's before the lane goes on.
        var file = new FileStream(filePath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.SetLength(validBytes);
        file.Position = validBytes;
        return new(file);
    }

    /// <summary>Appends a record, in one write.</summary>
    public void Append(LaneRecord record) => file.Write(Encoding.GetBytes(LaneRecordFormat.Write(record)));

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
