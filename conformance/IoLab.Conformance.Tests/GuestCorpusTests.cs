using IoLab.Contract;
using IoLab.Harness.Corpus;
using IoLab.Wasm;

namespace IoLab.Conformance.Tests;

/// <summary>The corpus on the wasm guest under each host, all cases in one run; skipped, loudly, where there is no host.</summary>
[CancelAfter(300_000)]
public sealed class GuestCorpusTests
{
    [TestCase("wasm")]
    [TestCase("wasm@node")]
    public async Task The_guest_does_what_the_cases_expect(string name)
    {
        WasmBackend backend = name == "wasm" ? WasmBackend.UnderWasmtime() : WasmBackend.UnderNode();
        ProbeResult probe = await backend.ProbeAsync();
        if (!probe.IsUsable) Assert.Ignore($"NO HOST FOR {name}: {probe.Remedy}");
        var options = new CorpusRunOptions
        {
            Jobs = 1,
            Known = KnownFailures.Load(Path.Combine(CorpusFolder.DirPath, "known-failures.json")),
            Today = DateOnly.FromDateTime(DateTime.UtcNow),
        };
        IReadOnlyList<CaseResult> results = await new CorpusRunner([backend], options).RunAsync(CorpusFolder.Cases);
        Assert.That(
            results.Where(one => one.Status is not (CaseStatus.Passed or CaseStatus.Skipped or CaseStatus.KnownFailure)).Select(one => $"{one.Case}: {one.Detail}"),
            Is.Empty);
    }
}
