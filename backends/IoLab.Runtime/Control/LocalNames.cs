using IoLab.Language;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Control;

/// <summary>Finds the names a body assigns in its own locals: those get registers.</summary>
public static class LocalNames
{
    /// <summary>The first register of a name: those below it hold the Locals object and self.</summary>
    public const int FirstRegister = 2;

    /// <summary>Adds registers for the names assigned by implicit <c>setSlot</c> and by loops, nested bodies of other blocks left out.</summary>
    public static void Collect(Vm vm, Message? body, Dictionary<Symbol, int> registers)
    {
        var pending = new Stack<Message>();
        if (body is not null)
            pending.Push(body);
        while (pending.TryPop(out var chain))
        {
            var isImplicit = true;
            for (Message? m = chain; m is not null; m = m.Next)
            {
                if (m.IsTerminator)
                {
                    isImplicit = true;
                    continue;
                }
                if (m.Cached is null)
                    Visit(vm, m, isImplicit, registers, pending);
                isImplicit = false;
            }
        }
    }

    private static void Visit(Vm vm, Message m, bool isImplicit, Dictionary<Symbol, int> registers, Stack<Message> pending)
    {
        var arguments = m.Arguments;
        var name = m.Name.Text;
        if (isImplicit && name is "method" or "block")
            return;
        switch (name)
        {
            case "setSlot" when isImplicit && arguments.Length == 2 && arguments[0].Cached is CachedValue { Value: { Ref.Payload: Seq seq } }:
                Assign(vm.SymbolOf(seq), registers);
                break;
            case "updateSlot" when isImplicit && arguments.Length == 2 && arguments[0].Cached is CachedValue { Value: { Ref.Payload: Seq seq } } && IsGiven(vm, vm.SymbolOf(seq)):
                Assign(vm.SymbolOf(seq), registers);
                break;
            case "for" when isImplicit && arguments.Length >= 4:
                Assign(arguments[0].Name, registers);
                break;
            case "foreach" or "reverseForeach" when arguments.Length >= 2:
                for (var i = 0; i < Math.Min(2, arguments.Length - 1); i++)
                    Assign(arguments[i].Name, registers);
                break;
            case "repeat" when arguments.Length == 2:
                Assign(arguments[0].Name, registers);
                break;
        }
        for (var i = arguments.Length - 1; i >= 0; i--)
            pending.Push(arguments[i]);
    }

    /// <summary>Is it a local that each activation begins with? Then updating it, too, is about that local.</summary>
    private static bool IsGiven(Vm vm, Symbol name) => ReferenceEquals(name, vm.Names.Self) || ReferenceEquals(name, vm.Names.Call);

    private static void Assign(Symbol name, Dictionary<Symbol, int> registers) =>
        registers.TryAdd(name, FirstRegister + registers.Count);
}
