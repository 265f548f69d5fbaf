using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos;

/// <summary>The warning of slots that have a better name.</summary>
internal static class Deprecated
{
    /// <summary>Writes the warning to standard output. False when the run must end; the stop state is then set.</summary>
    public static bool Warn(Vm vm, Message message, string better) =>
        Object.Printing.Emit(vm, System.Text.Encoding.UTF8.GetBytes($"Warning in {message.Label}: '{message.Name.Text}' is deprecated.  Use '{better}' instead.\n"));
}
