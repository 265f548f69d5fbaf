using IoLab.Runtime.Control;

namespace IoLab.Runtime.Protos.UnitTest;

/// <summary>The slots of TestRunner: runs tests and writes what came of them (io-language.md 5.20).</summary>
internal static class TestRunnerSlots
{
    public static readonly ProtoTable Table = new ProtoTable("TestRunner")
        .Data("type", vm => vm.Text("TestRunner"), "The proto's name.")
        .Data("width", _ => 70, "How many characters a line of its output has.")
        .Prelude("setWidth", "width: Number", "Changes it.")
        .Prelude("init", "", "Forgets all results.")
        .Prelude("run", "cases: Map", "Runs tests by name; a list of the failed ones, each with its exception.")
        .Prelude("success", "", "Writes that a test passed.")
        .Prelude("error", "name: Sequence, exception: Exception", "Writes and keeps that a test failed.")
        .Prelude("linebreak", "", "Begins a new line when the current one is full.")
        .Prelude("testCount", "", "How many tests there are.")
        .Prelude("name", "", "What was run.")
        .Prelude("printExceptions", "", "Writes the traces of all failures.")
        .Prelude("printSummary", "", "Writes counts and the time.");
}
