using System.Text;
using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos;

/// <summary>The text of a back trace (io-language.md 4.8).</summary>
public static class BackTrace
{
    /// <summary>More exceptions nested in one another are not shown.</summary>
    private const int MostNested = 1000;

    /// <summary>The trace of an exception with those nested in it, as an uncaught one is written to standard output.</summary>
    public static string Format(Vm vm, IoObject exception)
    {
        var text = new StringBuilder();
        var left = MostNested;
        for (var shown = exception; ; left--)
        {
            FormatOne(vm, shown, text);
            if (Get(vm, shown, vm.Names.NestedException).Ref is not { } nested || ReferenceEquals(nested, vm.World.Nil))
                return text.ToString();
            if (left == 0)
                return text.Append("  ...\n").ToString();
            text.Append("  Nested Exception: '").Append(Plain(vm, Get(vm, nested, vm.Names.Error))).Append("'\n");
            shown = nested;
        }
    }

    private static void FormatOne(Vm vm, IoObject exception, StringBuilder text)
    {
        text.Append("\n  ").Append(vm.TypeName(exception)).Append(": ").Append(Plain(vm, Get(vm, exception, vm.Names.Error))).Append("\n  ---------\n");
        var frames = Get(vm, exception, vm.Names.Coroutine).PayloadAs<CoroutinePayload>()?.RaisedIn ?? [];
        if (OriginalCall(vm, exception) is { } failed && !frames.Any(frame => ReferenceEquals(frame.Message, failed.Message)))
            frames = [failed, .. frames];
        foreach (var frame in frames)
            text.Append("  ").Append(Describe(vm, frame.Target, frame.Message)).Append('\n');
        if (frames.Length > 0)
            text.Append('\n');
        else if (Get(vm, exception, vm.Names.CaughtMessage).PayloadAs<MessagePayload>() is { Message: var m })
            text.Append($"  message '{m.Name.Text}' in '{m.Label}' on line {m.Line}\n\n");
        else
            text.Append("  nothing on stack\n");
    }

    /// <summary>The call that failed, where the exception tells: it need not be an active one.</summary>
    private static TraceEntry? OriginalCall(Vm vm, IoObject exception) =>
        Get(vm, exception, vm.Names.OriginalCall).PayloadAs<CallPayload>() is { Activation: var call } ? new TraceEntry(call.Self, call.Message) : null;

    /// <summary>One call: receiver type and message name, file name and line.</summary>
    public static string Describe(Vm vm, Value target, IoLab.Language.Message message) =>
        $"{vm.TypeName(target)} {message.Name.Text}".PadRight(36) + $" {Path.GetFileName(message.Label)} {message.Line}";

    private static Value Get(Vm vm, IoObject o, IoLab.Language.Symbol name) => vm.TryGetSlot(o, name, out var value) ? value : vm.Nil;

    private static string Plain(Vm vm, Value value) =>
        Object.Printing.PlainText(vm, value)?.ToText() ?? $"a {vm.TypeName(value)}";
}
