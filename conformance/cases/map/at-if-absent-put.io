# atIfAbsentPut evaluates its value only on a miss and answers what is there.
m := Map with("a", 1)
writeln(m atIfAbsentPut("a", writeln("not evaluated")), " ", m atIfAbsentPut("b", 2), " ", m at("b"))
writeln(try(m atIfAbsentPut(1, 2)) error)
