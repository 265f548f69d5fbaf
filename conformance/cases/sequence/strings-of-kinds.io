# String and ImmutableSequence are sequences; a literal's proto is Sequence.
writeln("abc" type, " ", "abc" proto == Sequence, " ", "abc" isKindOf(Sequence))
writeln(String type, " ", ImmutableSequence type, " ", String isMutable, " ", Sequence clone isMutable, " ", "a" clone isMutable)
