using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Files;

/// <summary>The slots of Path (io-language.md 5.15).</summary>
internal static unsafe class PathSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Path")
        .Data("type", vm => vm.Text("Path"), "The kind's name.")
        .Data("hasDriveLetters", vm => vm.False, "false: paths have slashes.")
        .Eager("with", "part: Sequence, ...", &With, "The parts joined by single slashes.")
        .Eager("isPathAbsolute", "path: Sequence", &IsPathAbsolute, "Does it begin at the root?")
        .Eager("absolute", "path: Sequence", &Absolute, "The path from the root; ~ is the home directory.")
        .Control("thisSourceFilePath", "", &ThisSourceFilePath, "The absolute path of the file that this message is in.");

    /// <summary>Core's own slot that belongs here.</summary>
    public static readonly ProtoTable CoreTable = new ProtoTable("Core").Eager("tildeExpandsTo", "", &TildeExpandsTo, "The home directory.");

    private static Value With(Vm vm, Value self, in Args args)
    {
        var path = "";
        for (var i = 0; i < args.Count; i++)
        {
            if (args.Get(vm, i).PayloadAs<Seq>() is not { } part)
                return vm.Raise($"argument 0 to method 'appendPathSeq' must be a Sequence, not a '{vm.TypeName(args.Get(vm, i))}'", args.Message);
            path = Paths.Join(path, part.ToText());
        }
        return vm.Text(path);
    }

    private static Value IsPathAbsolute(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var path, out var error) ? vm.Bool(path.ToText() is ['/', ..]) : error;

    private static Value Absolute(Vm vm, Value self, in Args args) =>
        args.TrySeq(vm, 0, out var path, out var error) ? vm.Text(MakeAbsolute(vm, path.ToText())) : error;

    private static string MakeAbsolute(Vm vm, string path) => path switch
    {
        ['/', ..] => path,
        "~" or ['~', '/', ..] => Home(vm) + path[1..],
        _ => vm.Host.WorkingDirectoryPath.TrimEnd('/') + "/" + path,
    };

    private static string Home(Vm vm) => vm.Host.Environment.TryGetValue("HOME", out var home) ? home : "";

    private static Value TildeExpandsTo(Vm vm, Value self, in Args args) => vm.Text(Home(vm));

    private static Request ThisSourceFilePath(Vm vm, ControlFrame frame) => frame.Done(vm.Text(MakeAbsolute(vm, frame.Message.Label)));
}
