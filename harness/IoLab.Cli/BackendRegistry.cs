using System.IO.Enumeration;
using IoLab.Cli.Configuration;
using IoLab.Contract;
using IoLab.Differential.Examining;
using IoLab.External;
using IoLab.External.Batches;
using IoLab.Harness.Bench;
using IoLab.Harness.Corpus;
using IoLab.Harness.Diff;
using IoLab.Wasm;
using IoLab.Workers;

namespace IoLab.Cli;

/// <summary>Every backend of this process by name: our own, the configuration file's, the command line's. A later one may not take an earlier one's name.</summary>
internal sealed class BackendRegistry
{
    /// <summary>How long a program of an examination may take on an external backend, where nobody counts steps.</summary>
    private static readonly TimeSpan ExternalTime = TimeSpan.FromSeconds(5);

    private readonly IReadOnlyList<(string Name, Func<IBackend> Make)> own;
    private readonly Lazy<IReadOnlyList<ExternalSettings>> externals;
    private readonly Lazy<IReadOnlyList<GuestSettings>> guests;

    /// <summary>Makes a registry.</summary>
    /// <param name="own">Our own backends.</param>
    /// <param name="workingDirPath">Where the search for <c>iolab.json</c> begins.</param>
    /// <param name="options">What the command line says of backends.</param>
    public BackendRegistry(IReadOnlyList<(string Name, Func<IBackend> Make)> own, string workingDirPath, RegistryOptions options)
    {
        this.own = own;
        string? filePath = options.ConfigurationFilePath ?? ConfigurationFile.Find(workingDirPath);
        externals = new Lazy<IReadOnlyList<ExternalSettings>>(() => ReadExternals(filePath, options));
        guests = new Lazy<IReadOnlyList<GuestSettings>>(() => filePath is null ? [] : ConfigurationFile.ReadGuests(filePath));
    }

    /// <summary>Names of our own backends, the reference of comparisons first.</summary>
    public IReadOnlyList<string> OwnNames => [.. own.Select(entry => entry.Name)];

    /// <summary>Our own that take part only where somebody names them.</summary>
    public IReadOnlyList<(string Name, Func<IBackend> Make)> Hosted { get; init; } = [];

    /// <summary>The words that start a worker process; null where there is no such program.</summary>
    public IReadOnlyList<string>? WorkerWords { get; init; }

    /// <summary>All names in order.</summary>
    public IReadOnlyList<string> Names => [.. OwnNames, .. Hosted.Select(entry => entry.Name), .. externals.Value.Select(settings => settings.Name), .. guests.Value.Select(settings => settings.Name)];

    /// <summary>All backends in order.</summary>
    public IReadOnlyList<IBackend> All => [.. Names.Select(Get)];

    /// <summary>The backend of a name. Our own are found without looking for a configuration, also with <c>@worker</c> behind the name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public IBackend Get(string name)
    {
        if (name.EndsWith(IsolatedBackend.Suffix, StringComparison.Ordinal) && OwnNames.Contains(name[..^IsolatedBackend.Suffix.Length])) return Isolated(name);
        foreach ((string ownName, Func<IBackend> make) in own.Concat(Hosted))
        {
            if (ownName == name) return make();
        }

        if (externals.Value.FirstOrDefault(settings => settings.Name == name) is { } external) return new ExternalBackend(external);
        return guests.Value.FirstOrDefault(settings => settings.Name == name) is { } guest
            ? WasmBackend.OfModule(guest.Name, guest.ModuleFilePath, guest.IsUnderNode)
            : throw new UsageException($"there is no backend {name}; {Spelling.Hint(name, [.. Names])}");
    }

    /// <summary>One of our own machines that compiles to code which can be listed: the one of a name, or the first.</summary>
    /// <exception cref="UsageException">The one that is named does not, or none does.</exception>
    public (string Name, ICodeLister Lister) Lister(string? name)
    {
        foreach (string candidate in name is null ? OwnNames : [name])
        {
            if (Get(candidate) is ICodeLister lister) return (candidate, lister);
        }

        throw new UsageException(name is null ? "none of our own machines compiles to code that can be listed" : $"{name} does not compile to code that can be listed or verified; bytecode does");
    }

    /// <summary>One of our own machines that profiles: the one of a name, or the first.</summary>
    /// <exception cref="UsageException">The one that is named does not, or none does.</exception>
    public IBackend Profiler(string? name)
    {
        foreach (string candidate in name is null ? OwnNames : [name])
        {
            if (Get(candidate) is var backend && backend.Capabilities.HasFlag(Capabilities.Profiling)) return backend;
        }

        throw new UsageException(name is null ? "none of our own machines profiles" : $"{name} does not profile; bytecode does");
    }

    /// <summary>A backend of a name as one that takes part in examinations: an external one runs many programs in one process, and alone those that matter.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public Examinee Examinee(string name) => externals.Value.FirstOrDefault(settings => settings.Name == name) is { } external
        ? new Examinee(new BatchedBackend(external with { Command = external.BatchCommand ?? external.Command })) { Alone = new ExternalBackend(external), IsConfined = false, Time = ExternalTime }
        : new Examinee(Get(name));

    /// <summary>Whom to believe among backends where no vote decides: the pinned reference, then our own in their order, then the others.</summary>
    public Trust TrustAmong(IReadOnlyList<string> names, OraclePin? pin)
    {
        string? reference = externals.Value.Select(settings => settings.Name)
            .FirstOrDefault(name => names.Contains(name) && pin is not null && FileSystemName.MatchesSimpleExpression(pin.Name, name));
        return new Trust([.. reference is null ? [] : new[] { reference }, .. OwnNames, .. names], reference);
    }

    /// <summary>A backend of our own whose sessions live in worker processes.</summary>
    /// <param name="name">Its name, with or without <c>@worker</c>.</param>
    /// <param name="heapBytes">The hard limit of a worker's heap, or null for the usual one.</param>
    /// <exception cref="UsageException">It is not our own, or there is no program to start.</exception>
    public IBackend Isolated(string name, long? heapBytes = null)
    {
        string hosted = name.EndsWith(IsolatedBackend.Suffix, StringComparison.Ordinal) ? name[..^IsolatedBackend.Suffix.Length] : name;
        Func<IBackend> make = own.FirstOrDefault(entry => entry.Name == hosted).Make
            ?? throw new UsageException($"{hosted} is not one of our own machines, and only those run in worker processes; known: {string.Join(", ", OwnNames)}");
        if (WorkerWords is null) throw new UsageException("worker processes are started by the iolab program only");
        var settings = new WorkerSettings { Command = WorkerWords };
        return new IsolatedBackend(make(), heapBytes is { } bytes ? settings with { HeapBytes = bytes } : settings);
    }

    /// <summary>A backend whose sessions a program brings down for itself only: a guest in a host of its own as it is, one of our own machines in worker processes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="heapBytes">The hard limit of a worker's heap.</param>
    /// <exception cref="UsageException">It is neither.</exception>
    public IBackend Confined(string name, long heapBytes) => Hosted.Any(entry => entry.Name == name) ? Get(name) : Isolated(name, heapBytes);

    /// <summary>The backends of a comma-separated list; of null, our own.</summary>
    public IReadOnlyList<IBackend> Select(string? list)
    {
        string[] names = list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [.. OwnNames];
        if (names.Length == 0) throw new UsageException($"--backend needs a name; known: {string.Join(", ", Names)}");
        return [.. names.Distinct().Select(Get)];
    }

    /// <summary>A backend as one who takes part in measuring.</summary>
    public Participant Participant(IBackend backend, string label, SessionOptions options) =>
        new(backend, label, options) { Program = own.Concat(Hosted).Any(entry => entry.Name == backend.Name) ? OwnProgram.Of(backend.Name, options) : null };

    private List<ExternalSettings> ReadExternals(string? filePath, RegistryOptions options)
    {
        var found = new List<ExternalSettings>();
        if (filePath is not null) found.AddRange(ConfigurationFile.Read(filePath));
        found.AddRange(options.Externals.Select(ConfigurationFile.FromOption));

        var names = new HashSet<string>(own.Concat(Hosted).Select(entry => entry.Name));
        foreach (string name in found.Select(settings => settings.Name).Concat(guests.Value.Select(settings => settings.Name)))
        {
            if (!names.Add(name)) throw new UsageException($"two backends are called {name}; rename the one in {filePath ?? "--external"}");
        }

        return found;
    }
}

/// <summary>What the command line says of backends.</summary>
/// <param name="ConfigurationFilePath"><c>--config</c>, or null to search.</param>
/// <param name="Externals">Every <c>--external name=command</c>.</param>
internal sealed record RegistryOptions(string? ConfigurationFilePath, IReadOnlyList<string> Externals)
{
    /// <summary>Nothing said.</summary>
    public static RegistryOptions None { get; } = new(null, []);
}
