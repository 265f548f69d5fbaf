# Keys are no slots.
m := Map with("size", 99)
writeln(m size, m at("size"), m hasSlot("size"), m hasLocalSlot("size"))
m x := 5
writeln(m x, m at("x"), m size)
