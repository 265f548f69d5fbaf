using System.Runtime.InteropServices;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.List;

namespace IoLab.Runtime.Protos.Object;

/// <summary>What <c>asJson</c> of lists and maps share.</summary>
internal static class Json
{
    public static readonly Seq OpenList = Seq.FromText("[");
    public static readonly Seq CloseList = Seq.FromText("]");
    public static readonly Seq OpenMap = Seq.FromText("{");
    public static readonly Seq CloseMap = Seq.FromText("}");
    public static readonly Seq Comma = Seq.FromText(",");
    public static readonly Seq Colon = Seq.FromText(":");
    private static readonly Seq Null = Seq.FromText("null");

    /// <summary>Asks all parts for <c>asJson</c>. True when all texts are there; until then the request is to be answered (state 1).</summary>
    public static bool Collect(Vm vm, ControlFrame frame, int parts, int texts, out Request request)
    {
        request = Request.Done;
        var asJson = vm.Symbols.Intern("asJson");
        var all = Lists.Of(vm, frame.Operands[parts]);
        var known = Lists.Of(vm, frame.Operands[texts]);
        if (frame.State == 1)
            known.Add(frame.Value);
        while (known.Count < all.Count)
        {
            var part = all[known.Count];
            if (Texts.Of(vm, part, asJson) is { } text)
            {
                known.Add(vm.World.NewSequence(text));
                continue;
            }
            request = frame.Perform(vm.Names.Ask(asJson), part, frame.Locals, 1);
            return false;
        }
        return true;
    }

    /// <summary>A part's text.</summary>
    public static Seq Text(Value text) => text.PayloadAs<Seq>() ?? Null;

    /// <summary>Ends a primitive with all pieces.</summary>
    public static Request Answer(Vm vm, ControlFrame frame, List<Seq> pieces)
    {
        var json = Texts.Answer(vm, Texts.Concat(vm, CollectionsMarshal.AsSpan(pieces)));
        return json.IsUnwind ? Request.Unwind : frame.Done(json);
    }
}
