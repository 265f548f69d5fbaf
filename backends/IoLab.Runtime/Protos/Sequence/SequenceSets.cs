using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Sequence;

/// <summary>Constants about sequences, and a few rarely used texts.</summary>
internal static class SequenceSets
{
    public static Value WhiteSpaceStrings(Vm vm, Value self, in Args args) => SequenceEncodings.ListOf(vm, [" ", "\t", "\n", "\r"]);

    /// <summary>A map from names of sets to lists of characters.</summary>
    public static Value MakeSets(Vm vm)
    {
        var sets = new MapPayload();
        Add("digitSequence", '0', '9');
        Add("lowercaseSequence", 'a', 'z');
        Add("uppercaseSequence", 'A', 'Z');
        return vm.World.NewMap(sets);

        void Add(string name, char first, char last)
        {
            var items = new ListPayload(last - first + 1);
            for (int item = first; item <= last; item++)
                items.Add(item);
            sets.Entries[vm.Symbols.Intern(name)] = vm.World.NewList(items);
        }
    }

    /// <summary>The text with its first tilde replaced by the home directory.</summary>
    public static Value StringByExpandingTilde(Vm vm, Value self, in Args args)
    {
        var text = Seqs.Of(self).ToText();
        var tilde = text.IndexOf('~', StringComparison.Ordinal);
        if (tilde < 0 || !vm.Host.Permissions.HasFlag(Host.HostPermissions.Environment) || !vm.Host.Environment.TryGetValue("HOME", out var home))
            return SequenceText.AsMutable(vm, self, in args);
        return Seqs.MutableText(vm, text[..tilde] + home + text[(tilde + 1)..]);
    }
}
