using IoLab.Differential.Generation.Code;

namespace IoLab.Differential.Generation.Drafting;

/// <summary>A name that a program can read.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsAssignable">May the program give it another value? Loop counters and parameters of unknown origin are left alone.</param>
/// <param name="Rank">What a block may call; see <see cref="Selector.Rank"/>.</param>
/// <param name="Proto">What an object is a clone of.</param>
internal sealed record Variable(string Name, IoType Type, bool IsAssignable = true, int Rank = 0, ProtoModel? Proto = null);
