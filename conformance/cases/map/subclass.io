# A map subclass.
Bag := Map clone do(
    add := method(k, atPut(k, at(k, 0) + 1))
)
b := Bag clone
b add("x"); b add("y"); b add("x")
writeln(b at("x"), b at("y"), b type, b size, Bag size, b clone at("x"))
