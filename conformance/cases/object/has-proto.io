# hasProto, isKindOf and ancestors follow the protos.
a := Object clone
b := a clone
writeln(b hasProto(a), b hasProto(Object), b hasProto(b), a hasProto(b))
writeln(b isKindOf(a), b isKindOf(b), b isKindOf(List), 3 isKindOf(Number), nil isKindOf(Object))
writeln(b ancestors contains(a), " ", b ancestors first == b, " ", b ancestors contains(Lobby))
