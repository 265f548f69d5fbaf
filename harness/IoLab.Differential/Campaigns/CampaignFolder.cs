using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IoLab.Differential.Campaigns;

/// <summary>Where a campaign lives: <c>campaign.json</c>, <c>lanes/NN.tsv</c>, <c>findings/</c>.</summary>
public sealed class CampaignFolder
{
    private const string Schema = "iolab-campaign/1";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private CampaignFolder(string dirPath, CampaignOptions options, IReadOnlyList<int> lanes) => (DirPath, Options, Lanes) = (dirPath, options, lanes);

    /// <summary>The directory.</summary>
    public string DirPath { get; }

    /// <summary>The campaign's options.</summary>
    public CampaignOptions Options { get; }

    /// <summary>The lanes it holds: those of its shard, or of the shards it was merged from.</summary>
    public IReadOnlyList<int> Lanes { get; }

    /// <summary>Where findings are kept.</summary>
    public string FindingsDirPath => Path.Combine(DirPath, "findings");

    /// <summary>The journal of a lane.</summary>
    public string JournalFilePath(int lane) => Path.Combine(DirPath, "lanes", lane.ToString("00", CultureInfo.InvariantCulture) + ".tsv");

    /// <summary>Is there a campaign in a directory?</summary>
    public static bool Exists(string dirPath) => File.Exists(OptionsFilePath(dirPath));

    /// <summary>Makes the directory of a new campaign.</summary>
    /// <exception cref="CampaignException">There is a campaign already.</exception>
    public static CampaignFolder Create(string dirPath, CampaignOptions options, IReadOnlyList<int>? lanes = null)
    {
        if (Exists(dirPath)) throw new CampaignException($"there is a campaign in {dirPath} already; go on with it (--resume), or name another directory (--dir)");
        var folder = new CampaignFolder(dirPath, options, lanes ?? options.Shard.Lanes);
        Directory.CreateDirectory(Path.Combine(dirPath, "lanes"));
        Directory.CreateDirectory(folder.FindingsDirPath);
        var stored = new Stored
        {
            Schema = Schema, Seed = options.Seed, Backends = options.Backends, Generator = options.Generator, Shard = options.Shard.ToString(), Lanes = folder.Lanes,
            Mutants = options.Mutants, MutantBackends = options.MutantBackends, Reduces = options.Reduces, StepLimit = options.StepLimit,
        };
        string newFilePath = OptionsFilePath(dirPath) + ".new";
        File.WriteAllBytes(newFilePath, JsonSerializer.SerializeToUtf8Bytes(stored, Json));
        File.Move(newFilePath, OptionsFilePath(dirPath)); // The last step: a directory with this file has all the rest.
        return folder;
    }

    /// <summary>Opens the directory of a campaign.</summary>
    /// <exception cref="CampaignException">There is none, or its options cannot be read.</exception>
    public static CampaignFolder Open(string dirPath)
    {
        if (!Exists(dirPath)) throw new CampaignException($"there is no campaign in {dirPath}");
        try
        {
            Stored stored = JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(OptionsFilePath(dirPath)), Json)!;
            if (stored.Schema != Schema) throw new CampaignException($"{OptionsFilePath(dirPath)} has the schema '{stored.Schema}'; this program knows {Schema}");
            var options = new CampaignOptions
            {
                Seed = stored.Seed, Backends = stored.Backends, Generator = stored.Generator, Shard = Shard.Parse(stored.Shard),
                Mutants = stored.Mutants, MutantBackends = stored.MutantBackends, Reduces = stored.Reduces, StepLimit = stored.StepLimit,
            };
            return new CampaignFolder(dirPath, options, stored.Lanes);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw new CampaignException($"{OptionsFilePath(dirPath)} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Keeps other processes away until the answer is disposed, or this process ends in whatever way.</summary>
    /// <exception cref="CampaignException">Another process runs the campaign.</exception>
    public IDisposable Lock()
    {
        try
        {
            return new FileStream(Path.Combine(DirPath, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new CampaignException($"another process runs the campaign in {DirPath}", e);
        }
    }

    private static string OptionsFilePath(string dirPath) => Path.Combine(dirPath, "campaign.json");

    private sealed record Stored
    {
        public required string Schema { get; init; }
        public required uint Seed { get; init; }
        public required IReadOnlyList<string> Backends { get; init; }
        public required string Generator { get; init; }
        public required string Shard { get; init; }
        public required IReadOnlyList<int> Lanes { get; init; }
        public required IReadOnlyList<string> Mutants { get; init; }
        public required IReadOnlyList<string> MutantBackends { get; init; }
        public required bool Reduces { get; init; }
        public required long StepLimit { get; init; }
    }
}
