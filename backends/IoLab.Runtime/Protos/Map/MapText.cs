using IoLab.Runtime.Control;
using IoLab.Runtime.Core;
using IoLab.Runtime.Protos.List;
using IoLab.Runtime.Protos.Object;

namespace IoLab.Runtime.Protos.Map;

/// <summary>JSON text of maps.</summary>
internal static class MapText
{
    // Operands: 0 keys and values alternating, 1 their texts so far.
    public static Request AsJson(Vm vm, ControlFrame frame)
    {
        if (frame.State == 0)
        {
            var parts = new ListPayload();
            foreach (var (key, value) in Maps.Of(vm, frame.Self))
            {
                parts.Add(vm.SymbolObject(key));
                parts.Add(value);
            }
            frame.Operands = [vm.World.NewList(parts), vm.World.NewList(new ListPayload())];
        }
        if (!Json.Collect(vm, frame, 0, 1, out var request))
            return request;
        var texts = Lists.Of(vm, frame.Operands[1]);
        var pieces = new List<Seq> { Json.OpenMap };
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0)
                pieces.Add(i % 2 == 1 ? Json.Colon : Json.Comma);
            pieces.Add(Json.Text(vm, texts[i]));
        }
        pieces.Add(Json.CloseMap);
        return Json.Answer(vm, frame, pieces);
    }
}
