# The default of at and the value of atIfAbsentPut are evaluated only when the key is missing.
m := Map with("a", nil)
writeln(m at("a", writeln("never")), m at("b", write("default ")))
writeln(m atIfAbsentPut("a", writeln("never")), m atIfAbsentPut("b", write("put "); 5), m at("b"), m atIfAbsentPut("c"))
