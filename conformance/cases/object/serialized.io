# Source text of values.
list(5, 1.5, "ab", nil, true, list(), list(1, "a", nil), Map clone, Map with("a", 1)) foreach(v, writeln(v serialized))
write(block(x, x + 1) serialized, method(x) serialized, Object clone serialized)
writeln(doString(list(1, "a", list(nil)) serialized), doString(Map with("k", list(2)) serialized) at("k"))
s := SerializationStream clone
writeln(s write("a", 1), s output, 5 serialized(s), list(1) serialized(s))
