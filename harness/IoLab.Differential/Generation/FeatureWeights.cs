using System.Collections.Immutable;

namespace IoLab.Differential.Generation;

/// <summary>What a generated program may be made of. The order is part of a seed's text: new features are added at the end, and the generator's version is raised.</summary>
public enum Feature
{
    /// <summary>Objects with slots and methods.</summary>
    Objects,
    /// <summary>Clones of clones, several protos.</summary>
    Inheritance,
    /// <summary>Protos added and removed while the program runs.</summary>
    ChangedProtos,
    /// <summary>Built-in slots overridden on objects and on protos.</summary>
    RedefinedBuiltins,
    /// <summary>Blocks that capture.</summary>
    Closures,
    /// <summary><c>call argAt</c>, <c>evalArgAt</c>, messages as data.</summary>
    LazyArguments,
    /// <summary>Operators, precedence, new operators, assignment operators.</summary>
    Operators,
    /// <summary><c>try</c>, <c>raise</c>, <c>catch</c>, <c>pass</c>, handlers and restarts.</summary>
    Exceptions,
    /// <summary>Coroutines, <c>yield</c>, actors, futures.</summary>
    Coroutines,
    /// <summary><c>callcc</c>.</summary>
    Continuations,
    /// <summary>Lists and maps changed while they are walked.</summary>
    MutationWhileIterating,
    /// <summary>Infinities, negative zero, large integers, bit operations, formatting.</summary>
    NumberEdges,
    /// <summary>Strings of all encodings and item types, mutable and not.</summary>
    Encodings,
    /// <summary>Lists and maps with all their slots.</summary>
    Collections,
    /// <summary>Loops with break, continue, return.</summary>
    ControlFlow,
    /// <summary><c>forward</c>, <c>resend</c>, <c>super</c>, <c>perform</c>, <c>getSlot</c>.</summary>
    Dispatch,
    /// <summary><c>doString</c>, <c>asMessage</c>, edited messages.</summary>
    Reflection,
    /// <summary>Vector operations on sequences.</summary>
    Vectors,
    /// <summary>A corpus case or an earlier finding is mutated or spliced in, instead of a program generated from nothing.</summary>
    Mutation,
    /// <summary>Maps shown in the order of their entries, objects in that of their slots: only where all machines share what decides it.</summary>
    EntryOrder,
}

/// <summary>How often each feature is used, a digit from 0 (never) to 15 each. Immutable; equal by value of its text.</summary>
public sealed class FeatureWeights : IEquatable<FeatureWeights>
{
    private const string Digits = "0123456789abcdef";
    private readonly ImmutableArray<byte> weights;

    private FeatureWeights(ImmutableArray<byte> weights) => this.weights = weights;

    /// <summary>How many features there are.</summary>
    public static int Count { get; } = Enum.GetValues<Feature>().Length;

    /// <summary>All features alike.</summary>
    public static FeatureWeights Even { get; } = new([.. Enumerable.Repeat((byte)8, Count)]);

    /// <summary>A feature's weight, 0 to 15.</summary>
    public int this[Feature feature] => weights[(int)feature];

    /// <summary>The same with one weight changed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not from 0 to 15.</exception>
    public FeatureWeights With(Feature feature, int weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 15);
        return new(weights.SetItem((int)feature, (byte)weight));
    }

    /// <summary>The weights of a text as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">It has another length or other characters.</exception>
    public static FeatureWeights Parse(string text)
    {
        if (text.Length != Count || text.Any(digit => !Digits.Contains(digit, StringComparison.Ordinal)))
        {
            throw new FormatException($"'{text}' are no weights: {Count} digits from 0 to f are needed, one per feature");
        }

        return new([.. text.Select(digit => (byte)Digits.IndexOf(digit, StringComparison.Ordinal))]);
    }

    /// <summary>One hexadecimal digit per feature, in the order of <see cref="Feature"/>.</summary>
    public override string ToString() => string.Concat(weights.Select(weight => Digits[weight]));

    /// <inheritdoc/>
    public bool Equals(FeatureWeights? other) => other is not null && weights.SequenceEqual(other.weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
