using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IoLab.Differential.Campaigns;

namespace IoLab.Cli.Commands;

/// <summary>Appends what happens in a campaign to a file, one JSON object on each line: <c>finding</c>, <c>progress</c>, <c>summary</c>. Thread safe.</summary>
internal sealed class FuzzEvents : IDisposable
{
    private const long ProgressIntervalMs = 5000;
    private readonly Lock gate = new();
    private readonly FileStream file;
    private readonly CampaignFolder folder;
    private long lastProgress = Environment.TickCount64;

    /// <summary>Opens the file.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public FuzzEvents(string filePath, CampaignFolder folder)
    {
        this.folder = folder;
        try
        {
            file = new FileStream(filePath, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--events {filePath}: {e.Message}");
        }
    }

    /// <summary>A program became a finding.</summary>
    public void Found(long program, Sighting sighting, bool isNew) => Write("finding", json =>
    {
        json.WriteNumber("program", program);
        FuzzOutput.WriteKind(json, sighting.Kind);
        json.WriteString("component", sighting.Component);
        json.WriteString("seed", sighting.Seed);
        json.WriteString("raw", sighting.Raw);
        json.WriteString("signature", sighting.Signature);
        json.WriteBoolean("isNew", isNew);
    });

    /// <summary>A program was run; every few seconds that is an event.</summary>
    public void Progressed(FuzzSnapshot now)
    {
        lock (gate)
        {
            if (Environment.TickCount64 - lastProgress < ProgressIntervalMs) return;
            lastProgress = Environment.TickCount64;
        }

        Write("progress", json =>
        {
            json.WriteNumber("elapsedNs", now.Elapsed.TotalNanoseconds);
            json.WriteNumber("programs", now.Programs);
            json.WriteNumber("earlierPrograms", now.Earlier);
            json.WriteNumber("newEdges", now.Edges);
            json.WriteNumber("sightings", now.Sightings);
            json.WriteNumber("newFindings", now.NewFindings);
        });
    }

    /// <summary>The campaign has ended, for this time.</summary>
    public void Ended(CampaignResult result) => Write("summary", json => FuzzOutput.WriteResult(json, result));

    private void Write(string name, Action<Utf8JsonWriter> content)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("event", name);
            json.WriteString("time", DateTimeOffset.UtcNow);
            json.WriteNumber("campaign", folder.Options.Seed);
            content(json);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        lock (gate) file.Write(line.WrittenSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
