using IoLab.Runtime.Control;

namespace IoLab.Runtime.Protos.UnitTest;

/// <summary>The slots of those who find tests: FileCollector and DirectoryCollector, also named TestSuite (io-language.md 5.20).</summary>
internal static class TestCollectorSlots
{
    private const string MixIn = "RunnerMixIn";

    public static readonly ProtoTable Runner = new ProtoTable(MixIn)
        .Data("type", vm => vm.Text(MixIn), "The proto's name.")
        .Prelude("run", "", "Runs what the receiver prepares; a list of the failures.");

    public static readonly ProtoTable OfFile = new ProtoTable("FileCollector")
        .Inherits(MixIn)
        .Data("type", vm => vm.Text("FileCollector"), "The proto's name.")
        .Prelude("prepare", "", "A map of the UnitTests in the Lobby to the names of their tests.");

    public static readonly ProtoTable OfDirectory = new ProtoTable("DirectoryCollector")
        .Inherits(MixIn)
        .Data("type", vm => vm.Text("DirectoryCollector"), "The proto's name.")
        .Prelude("path", "", "The directory; the launch path unless it was set.")
        .Prelude("setPath", "path: Sequence", "Changes the directory.")
        .Prelude("with", "path: Sequence", "A collector of a directory.")
        .Prelude("testFiles", "", "A list of the directory's files whose names end with Test.io.")
        .Prelude("prepare", "", "Runs those files; a map of the UnitTests in the Lobby to the names of their tests.");

    public static readonly ProtoTable Core = new ProtoTable("Core")
        .Data("TestSuite", vm => vm.World.Proto("DirectoryCollector"), "DirectoryCollector.");
}
