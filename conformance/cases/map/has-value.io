# hasValue compares contents.
m := Map with("a", 1, "b", list(1))
writeln(m hasValue(1), m hasValue(list(1)), m hasValue(2), m hasValue(nil), Map clone hasValue(nil))
