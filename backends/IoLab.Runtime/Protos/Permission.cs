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
        vm.Raise($"'{message.Name.Text}' is not permitted: this session has no access to {Describe(wanted)}", message);
        return false;
    }

    private static string Describe(HostPermissions permission) => permission switch
    {
        HostPermissions.Files => "files",
        HostPermissions.Environment => "the environment",
        HostPermissions.Clock => "the clock",
        HostPermissions.Processes => "processes",
        _ => permission.ToString(),
    };
}
