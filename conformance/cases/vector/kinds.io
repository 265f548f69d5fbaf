# vector makes float32 numbers; Vector is the proto.
v := vector(1.5, 2)
writeln(v type, " ", v itemType, " ", v encoding, " ", v size, " ", v isMutable, " ", Vector type)
writeln(vector size, " ", vector(0.1) at(0))
writeln(v isKindOf(Sequence), " ", Vector clone append(1, 2) size)
