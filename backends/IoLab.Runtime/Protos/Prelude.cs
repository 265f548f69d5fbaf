using System.Reflection;
using IoLab.Language;
using IoLab.Language.Mutants;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos;

/// <summary>
/// Loads the Io part of the library. A prelude file is a list of statements <c>Proto slot := value</c> (<c>Proto</c> may be a chain
/// of names) whose value is <c>method(...)</c>, a literal, or the name of another slot of the same proto (an alias); nothing is evaluated. Names that begin with a backtick are intrinsic: programs cannot
/// write them, so redefining <c>size</c> does not break prelude code that sends <c>`size</c>. Methods are opaque.
/// </summary>
public static class Prelude
{
    /// <summary>The label of prelude messages: compare by reference to know opaque code.</summary>
    public const string Label = "prelude";

    /// <summary>Loads all embedded prelude files into a world.</summary>
    public static void Load(Vm vm)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var context = new ParserContext(vm.Symbols, vm.Literals, new DefaultOperatorTable(vm.Symbols), AllowIntrinsics: true);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("prelude/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            for (var m = Parser.Parse(PlantedPrelude.Apply(vm.Mutants, name, reader.ReadToEnd()), Label, context); m is not null;)
                m = Define(vm, m, name);
        }
        InstallIntrinsics(vm);
    }

    /// <summary>Performs one statement and answers the next.</summary>
    private static Message? Define(Vm vm, Message m, string file)
    {
        if (m.IsTerminator)
            return m.Next;
        var proto = vm.World.Proto(m.Name.Text);
        m = m.Next ?? throw Malformed(file, m);
        while (m.Name.Text is not ("setSlot" or "setSlotWithType"))
        {
            proto = Slots.TryGetOwn(proto, m.Name, out var inner) && inner.Ref is { } o ? o : throw Malformed(file, m);
            m = m.Next ?? throw Malformed(file, m);
        }
        var slot = vm.SymbolOf((Seq)((CachedValue)m.Arguments[0].Cached!).Value.Ref!.Payload!);
        vm.Slots.Set(proto, slot, ValueOf(vm, proto, m.Arguments[1], file));
        return m.Next;
    }

    private static Value ValueOf(Vm vm, IoObject proto, Message value, string file)
    {
        if (value.Cached is { } cached)
            return ((CachedValue)cached).Value;
        if (value.Name.Text == "method")
        {
            var count = value.Arguments.Length;
            var formals = value.Arguments.Take(Math.Max(0, count - 1)).Select(a => a.Name).ToArray();
            // What a built-in redirects to stands for it, and no built-in takes a stop that is for its caller.
            var standsForBuiltin = ReferenceEquals(proto, vm.World.Intrinsics);
            return vm.World.NewBlock(new BlockPayload(formals, count == 0 ? null : value.Arguments[^1], null) { IsOpaque = true, PassStops = standsForBuiltin });
        }
        if (vm.Lookup.Walk(proto, value.Name, out var found))
            return found.Raw;
        throw Malformed(file, value);
    }

    /// <summary>Every built-in slot whose backtick name some prelude method uses gets a second, unwritable name.</summary>
    private static void InstallIntrinsics(Vm vm)
    {
        var used = vm.Symbols.All.Where(s => s.Text.Length > 1 && s.Text[0] == '`').ToList();
        var owners = Builtins.Tables.Select(t => vm.World.Proto(t.Proto)).Distinct().ToList();
        foreach (var symbol in used)
        {
            if (!vm.Symbols.TryGet(symbol.Text.AsSpan(1), out var plain))
                continue;
            foreach (var owner in owners)
            {
                if (Slots.TryGetOwn(owner, plain, out var value) && !Slots.TryGetOwn(owner, symbol, out _))
                    vm.Slots.Set(owner, symbol, value);
            }
        }
    }

    private static InvalidOperationException Malformed(string file, Message m) =>
        new($"{file}:{m.Line}: a prelude statement must be 'Proto slot := method(...)', a literal or an alias; found '{m.Name.Text}'");
}
