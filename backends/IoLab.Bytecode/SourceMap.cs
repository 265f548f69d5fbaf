using IoLab.Language;

namespace IoLab.Bytecode;

/// <summary>Which message each instruction of a piece of code was made from.</summary>
/// <param name="places">Where runs of instructions of one message begin, ascending.</param>
/// <param name="sources">Their messages.</param>
internal sealed class SourceMap(int[] places, Message?[] sources)
{
    /// <summary>The message of the instruction at a place; null: none is known.</summary>
    public Message? this[int pc]
    {
        get
        {
            var index = Array.BinarySearch(places, pc);
            index = index < 0 ? ~index - 1 : index;
            return index < 0 ? null : sources[index];
        }
    }
}
