# asList, asObject, reverseMap, merge, addKeysAndValues, hasValue.
m := Map with("a", 1)
writeln(m asList at(0) at(0), m asList at(0) at(1), m asObject a, m asObject slotNames)
writeln(Map with("a", "b") reverseMap at("b"), m merge(Map with("b", 2)) keys sort, m size)
writeln(m mergeInPlace(Map with("a", 2, "c", 3)) at("a"), m keys sort, m hasValue(2), m hasValue(9), m hasValue)
writeln(Map clone addKeysAndValues(list("a", "b"), list(1)) at("b", 7), Map clone addKeysAndValues(list("a"), list(1, 2)) size)
writeln(try(m reverseMap) error)
