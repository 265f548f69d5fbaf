using IoLab.Language;
using IoLab.Runtime.Core;
using IoLab.Runtime.Host;

namespace IoLab.Runtime.Protos;

/// <summary>Asks whether a guest may touch something outside.</summary>
internal static class Permission
{
    /// <summary>False when it may not; an Io exception that says so is then being raised.</summary>
    public static bool Check(Vm vm, HostPermissions wanted, Message message)
    {
        if ((vm.Host.Permissions & wanted) == wanted)
            return true;
        var (what, word) = Describe(wanted);
        vm.Raise($"'{message.Name.Text}' is not permitted: this session has no access to {what} (iolab run --allow {word} grants it)", message);
        return false;
    }

    /// <summary>What is not accessible, and the word that grants it on the command line.</summary>
    private static (string What, string Word) Describe(HostPermissions permission) => permission switch
    {
        HostPermissions.Files => ("files", "files"),
        HostPermissions.Environment => ("the environment", "environment"),
        HostPermissions.Clock => ("the clock", "clock"),
        _ => ("processes", "processes"),
    };
}
