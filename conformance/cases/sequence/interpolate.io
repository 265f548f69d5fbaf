# Interpolation evaluates in the sender or in a given context.
a := 5
"#{a + 1} x" interpolate println
"a#{}b" interpolate println
"#{nil} #{list(1)} #{\"q\"}" interpolate println
"#{" interpolate println
"#{1 + " interpolate println
"}#{1}}" interpolate println
"##{1}#{2}#" interpolate println
"#{1;2}" interpolate println
"é#{1}€" interpolate println
"#{foo}" interpolate(Object clone do(foo := "ctx")) println
o := Object clone do(
    name := "obj"
    asString := method("<" .. name .. ">")
    m := method(x, "#{self} #{x} #{name} #{call message name}" interpolate)
)
o m(3) println
"#{1}" interpolate isMutable println
"#{1}-#{2}" asMutable interpolateInPlace println
writeln(try("#{Exception raise(\"inner\")}" interpolate) error)
