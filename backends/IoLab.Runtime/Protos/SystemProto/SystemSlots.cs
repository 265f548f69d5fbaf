using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.SystemProto;

/// <summary>
/// The slots of System (io-language.md 5.16); <see cref="Launch"/> fills args, launchScript and launchPath. A namespace called System would hide .NET's.
/// </summary>
internal static unsafe class SystemSlots
{
    /// <summary>The version of the reference whose behaviour this follows.</summary>
    public const string Version = "20260302";

    public static readonly ProtoTable Table = new ProtoTable("System")
        .Data("type", vm => vm.Text("System"), "The kind's name.")
        .Data("args", vm => vm.World.NewList(new ListPayload()), "The script's path and the words after it.")
        .Data("launchScript", vm => vm.Nil, "The script's path as given, or nil.")
        .Data("launchPath", vm => vm.Text("."), "The script's directory, or the working directory.")
        .Data("version", vm => vm.Text(Version), "The language version.")
        .Data("iovmName", vm => vm.Text("iolab"), "The name of this implementation.")
        .Data("iospecVersion", vm => vm.Text("0.1.0"), "The version of the specification.")
        .Data("installPrefix", vm => vm.Text("/usr/local"), "Where the reference would be installed.")
        .Eager("exit", "[code: Number]", &SystemCalls.Exit, "Ends the run.")
        .Eager("sleep", "seconds: Number", &SystemCalls.Sleep, "Blocks everything for a time.")
        .Eager("getEnvironmentVariable", "name: Sequence", &SystemCalls.GetEnvironmentVariable, "Its value, or nil.")
        .Eager("setEnvironmentVariable", "name: Sequence, value: Sequence", &SystemCalls.SetEnvironmentVariable, "Changes it for this run.")
        .Eager("system", "command: Sequence", &SystemCalls.SystemCommand, "Runs a shell command; its exit code.")
        .Eager("runCommand", "command: Sequence, [successStatus: Number]", &SystemCalls.RunCommand, "Runs a shell command; an object with what it wrote and its exit code.")
        .Eager("thisProcessPid", "", &SystemCalls.ThisProcessPid, "The process's number.")
        .Eager("daemon", "", &SystemCalls.Daemon, "Raises: not supported.")
        .Eager("platform", "", &SystemCalls.Platform, "The operating system.")
        .Eager("platformVersion", "", &SystemCalls.PlatformVersion, "The version of the host's runtime.")
        .Eager("errorNumber", "", &SystemCalls.ErrorNumber, "The text of C's errno; always Success.")
        .Eager("activeCpus", "", &SystemCalls.One, "1.")
        .Eager("getOptions", "words: List", &SystemCalls.GetOptions, "A map of --name=value words.")
        .Eager("symbols", "", &SystemCalls.Symbols, "A list of all names known so far.")
        .Eager("setLobby", "object", &SystemCalls.Self, "Nothing.")
        .Eager("maxRecycledObjects", "", &SystemCalls.Zero, "0: objects are not recycled.")
        .Eager("setMaxRecycledObjects", "count", &SystemCalls.Self, "Nothing.")
        .Eager("recycledObjectCount", "", &SystemCalls.Zero, "0: objects are not recycled.")
        .Prelude("ioPath", "", "Where the reference's library would be installed.")
        .Prelude("userInterruptHandler", "", "Writes the stack of the current coroutine.");
}
