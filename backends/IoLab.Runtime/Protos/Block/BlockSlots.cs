using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Block;

/// <summary>The slots of Block (io-language.md 5.7).</summary>
internal static unsafe class BlockSlots
{
    public static readonly ProtoTable Table = new ProtoTable("Block", Kind.Block)
        .Control("call", "...", &BlockCalls.Call, "Activates the block with the sender as target.")
        .Control("callWithArgList", "values: List", &BlockCalls.CallWithArgList, "Activates the block with values from a list.")
        .Control("performOn", "target, [locals, [message: Message, [slotContext]]]", &BlockCalls.PerformOn, "Activates the block as if found in a slot of the target.")
        .Eager("argumentNames", "", &BlockAccess.ArgumentNames, "A list of the formals' names.")
        .Eager("setArgumentNames", "names: List", &BlockAccess.SetArgumentNames, "Replaces the formals.")
        .Eager("message", "", &BlockAccess.Message, "The body, or nil.")
        .Eager("setMessage", "message: Message", &BlockAccess.SetMessage, "Replaces the body.")
        .Eager("scope", "", &BlockAccess.Scope, "The locals the block was made in; nil for a method.")
        .Eager("setScope", "object", &BlockAccess.SetScope, "Binds the block to an object; nil unbinds it.")
        .Eager("passStops", "", &BlockAccess.PassStops, "Are break, continue and return let through?")
        .Eager("setPassStops", "boolean", &BlockAccess.SetPassStops, "Lets break, continue and return through to the caller.")
        .Eager("code", "", &BlockAccess.Code, "Source text in one line.")
        .Eager("asString", "", &BlockAccess.AsString, "Source text, laid out.")
        .Eager("asSimpleString", "", &BlockAccess.AsSimpleString, "The formals.")
        .Data("Formatter", vm => vm.World.Proto(FormatterSlots.Proto), "What lays out source text.")
        .Prelude("print", "", "Writes asString between newlines; the receiver.")
        .Prelude("println", "", "The same as print.")
        .Prelude("justSerialized", "stream", "Writes source text to a stream.")
        .Eager("profilerTime", "", &BlockAccess.ProfilerTime, "0: blocks are not profiled.")
        .Eager("setProfilerOn", "boolean", &Object.Identity.Self, "Nothing: blocks are not profiled.")
        .Eager("printProfile", "", &Object.Identity.Self, "Nothing: blocks are not profiled.");
}
