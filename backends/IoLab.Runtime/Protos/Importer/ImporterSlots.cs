using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Importer;

/// <summary>The slots of Importer (io-language.md 5.17).</summary>
internal static unsafe class ImporterSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Importer")
        .Data("type", vm => vm.Text("Importer"), "The kind's name.")
        .Data("FileImporter", MakeFileImporter, "The importer of files.")
        .Data("importers", vm => vm.World.NewList([Value(vm)]), "A list of the importers: FileImporter.")
        .Eager("paths", "", &Importing.Paths, "A list of the directories to search.")
        .Eager("addSearchPath", "path: Sequence", &Importing.AddSearchPath, "Adds a directory; the list.")
        .Eager("removeSearchPath", "path: Sequence", &Importing.RemoveSearchPath, "Removes a directory; the list.")
        .Control("import", "call: Call", &Importing.Import, "Runs a file for the name that a call's message has; the global of that name.", StopKind.Return)
        .Control("autoImportingForward", "", &Importing.Forward, "What the Lobby forwards to while importing is on.", StopKind.Return)
        .Prelude("turnOn", "", "Lets the Lobby import.")
        .Prelude("turnOff", "", "Stops the Lobby from importing.");

    private static Value MakeFileImporter(Vm vm)
    {
        var importer = vm.Clone(vm.World.Object);
        vm.Slots.Set(importer, vm.Names.Type, vm.Text("FileImporter"));
        return importer;
    }

    private static Value Value(Vm vm) => Slots.TryGetOwn(vm.World.Proto("Importer"), vm.Symbols.Intern("FileImporter"), out var importer) ? importer : vm.Nil;
}
