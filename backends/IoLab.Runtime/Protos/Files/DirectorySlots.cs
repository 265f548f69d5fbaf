using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Files;

/// <summary>The slots of Directory (io-language.md 5.15).</summary>
internal static unsafe class DirectorySlots
{
    public static readonly ProtoTable Table = new ProtoTable("Directory", Kind.Directory)
        .Payload(_ => new DirectoryPayload("."))
        .Prelude("with", "path: Sequence", "A Directory of a path.")
        .Eager("path", "", &DirectoryFacts.GetPath, "The path as given.")
        .Eager("setPath", "path: Sequence", &DirectoryFacts.SetPath, "Changes the path.")
        .Eager("name", "", &DirectoryFacts.Name, "The path's last component.")
        .Eager("exists", "", &DirectoryFacts.Exists, "Is it a directory?")
        .Eager("isAccessible", "", &DirectoryFacts.IsAccessible, "Can it be listed?")
        // What is in it
        .Eager("items", "", &DirectoryItems.Items, "A list of its files and directories in order of name.")
        .Eager("localItems", "", &DirectoryItems.Items, "A list of its files and directories in order of name.")
        .Eager("files", "", &DirectoryItems.Files, "A list of its files in order of name.")
        .Eager("directories", "", &DirectoryItems.Directories, "A list of its directories in order of name.")
        .Eager("folders", "", &DirectoryItems.Folders, "The same; deprecated.")
        .Eager("fileNames", "", &DirectoryItems.FileNames, "A list of its files' names.")
        .Eager("filesWithExtension", "extension: Sequence", &DirectoryItems.FilesWithExtension, "A list of its files of an extension.")
        .Eager("recursiveFilesOfTypes", "extensions: List", &DirectoryItems.RecursiveFilesOfTypes, "A list of the files of some extensions here and below.")
        .Eager("size", "", &DirectoryItems.Size, "How many items.")
        .Eager("at", "name: Sequence", &DirectoryItems.At, "A File or Directory, or nil.")
        .Control("walk", "[name], body", &DirectoryItems.Walk, "Visits all items, then those of its directories.", StopKind.Loop)
        .Eager("fileNamed", "name: Sequence", &DirectoryFacts.FileNamed, "A File in it, existing or not.")
        .Eager("directoryNamed", "name: Sequence", &DirectoryFacts.DirectoryNamed, "A Directory in it, existing or not.")
        .Eager("folderNamed", "name: Sequence", &DirectoryFacts.FolderNamed, "The same; deprecated.")
        .Eager("folderNamedCreateIfAbsent", "name: Sequence", &DirectoryFacts.FolderNamedCreateIfAbsent, "The same, created; deprecated.")
        .Eager("createFileNamed", "name: Sequence", &DirectoryFacts.CreateFileNamed, "A File in it, created; deprecated.")
        // Around it
        .Eager("parentDirectory", "", &DirectoryFacts.ParentDirectory, "The directory around it, or nil.")
        .Eager("ancestorDirectories", "", &DirectoryFacts.AncestorDirectories, "A list of the directories around it, outermost first.")
        .Eager("accessibleAncestors", "", &DirectoryFacts.AccessibleAncestors, "Those of them that can be listed.")
        .Eager("parents", "", &DirectoryFacts.Parents, "ancestorDirectories; deprecated.")
        .Eager("accessibleParents", "", &DirectoryFacts.AccessibleParents, "accessibleAncestors; deprecated.")
        // Changes
        .Eager("create", "", &DirectoryFacts.Create, "Makes it; nil when that fails.")
        .Eager("createIfAbsent", "", &DirectoryFacts.CreateIfAbsent, "Makes it and the directories around it.")
        .Eager("createSubdirectory", "name: Sequence", &DirectoryFacts.CreateSubdirectory, "Makes a directory in it.")
        .Eager("remove", "", &DirectoryFacts.Remove, "Removes it and all that is in it.")
        .Eager("moveTo", "path: Sequence", &DirectoryFacts.MoveTo, "Renames it.")
        .Eager("currentWorkingDirectory", "", &DirectoryFacts.CurrentWorkingDirectory, "The path that paths are relative to.", anyReceiver: true)
        .Eager("setCurrentWorkingDirectory", "path: Sequence", &DirectoryFacts.SetCurrentWorkingDirectory, "Changes it; true if there is such a directory.", anyReceiver: true);
}
