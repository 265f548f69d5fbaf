using IoLab.Runtime.Control;
using IoLab.Runtime.Core;

namespace IoLab.Runtime.Protos.Block;

/// <summary>The slots of <c>Block Formatter</c>: what lays out the source text of blocks.</summary>
internal static unsafe class FormatterSlots
{
    /// <summary>The name under which the world keeps the proto; programs reach it through Block.</summary>
    public const string Proto = "BlockFormatter";

    public static readonly ProtoTable Table = new ProtoTable(Proto)
        .Eager("init", "", &Init, "Gives a clone a text.")
        .Eager("formatBlock", "block: Block", &FormatBlock, "Adds a block's source text; the receiver.")
        .Data("buffer", vm => vm.World.NewSequence(Seq.NewText()), "The text so far.");

    private static Value Init(Vm vm, Value self, in Args args)
    {
        vm.Slots.Set(self.Ref!, vm.Symbols.Intern("buffer"), vm.World.NewSequence(Seq.NewText()));
        return self;
    }

    private static Value FormatBlock(Vm vm, Value self, in Args args)
    {
        if (!args.TryPayload<BlockPayload>(vm, 0, "Block", out var block, out var error))
            return error;
        var buffer = vm.TryGetSlot(self, vm.Symbols.Intern("buffer"), out var slot) ? slot : vm.Nil;
        if (buffer.PayloadAs<Seq>() is not { IsMutable: true } text)
            return vm.Raise("the buffer of a Formatter must be a mutable Sequence", args.Message);
        vm.Journal.SavePayload(buffer.Ref!);
        text.Append(Seq.FromText(BlockAccess.Layout(block)));
        return self;
    }
}
