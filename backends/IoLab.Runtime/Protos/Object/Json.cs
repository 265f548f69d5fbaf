using System.Runtime.InteropServices;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

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

    /// <summary>Asks all parts for <c>asJson</c>; see <see cref="Texts.Collect"/>.</summary>
    public static bool Collect(Vm vm, ControlFrame frame, int parts, int texts, out Request request) =>
        Texts.Collect(vm, frame, vm.Symbols.Intern("asJson"), parts, texts, out request);

    /// <summary>What a part has answered, or the plain text of an answer that is none.</summary>
    public static Seq Text(Vm vm, Value answer) => answer.PayloadAs<Seq>() ?? Texts.PlainString(vm, answer) ?? Null;

    /// <summary>Ends a primitive with all pieces.</summary>
    public static Request Answer(Vm vm, ControlFrame frame, List<Seq> pieces)
    {
        var json = Texts.Answer(vm, Texts.Concat(vm, CollectionsMarshal.AsSpan(pieces)));
        return json.IsUnwind ? Request.Unwind : frame.Done(json);
    }
}
