# isIdenticalTo looks at identity, == at contents where there are any.
a := Object clone
writeln(a isIdenticalTo(a), a isIdenticalTo(a clone), 1 isIdenticalTo(1), "a" isIdenticalTo("a"), list isIdenticalTo(list))
writeln(a == a, a == a clone, a != a, Object clone == Object clone, list == list)
writeln(a uniqueId == a uniqueId, a uniqueId == a clone uniqueId, a uniqueHexId == a uniqueHexId)
