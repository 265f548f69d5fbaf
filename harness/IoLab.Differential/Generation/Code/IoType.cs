namespace IoLab.Differential.Generation.Code;

/// <summary>What is known of an expression's value before the program runs.</summary>
internal enum IoType
{
    /// <summary>Nothing: it may have an identity, so it is only printed whole and asked harmless questions.</summary>
    Any,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A literal small number that no program can change: counts, sizes, indexes of things that take memory.</summary>
    Count,
    /// <summary>true, false or nil.</summary>
    Boolean,
    /// <summary>An immutable sequence.</summary>
    Text,
    /// <summary>A mutable sequence.</summary>
    Buffer,
    /// <summary>A sequence whose encoding is number.</summary>
    Vector,
    /// <summary>A list of numbers.</summary>
    Numbers,
    /// <summary>A list of anything without identity.</summary>
    List,
    /// <summary>A map from texts to things without identity.</summary>
    Map,
    /// <summary>A block of one number that answers a number.</summary>
    Block,
    /// <summary>A message tree.</summary>
    Message,
    /// <summary>A number, a text or a boolean: what may be put into a collection without making it part of itself.</summary>
    Scalar,
    /// <summary>A clone of one of the program's own protos.</summary>
    Object,
    /// <summary>An exception that was caught.</summary>
    Exception,
    /// <summary>A coroutine.</summary>
    Coroutine,
    /// <summary>A Duration.</summary>
    Duration,
    /// <summary>A Date that is not now.</summary>
    Date,
    /// <summary>Something that is done for what it does; its value does not matter.</summary>
    Statement,
}
