# interpolate evaluates in the sender or in a context that is given.
x := 5
writeln("x is #{x}, twice #{x * 2}" interpolate)
o := Object clone do(x := 7)
writeln("#{x}" interpolate(o), " ", "#{}" interpolate size, " ", "#{nil}" interpolate, " ", "none" interpolate)
m := method(y, "#{y} #{call message name}" interpolate)
writeln(m(3))
s := "#{x}!" asMutable
writeln(s interpolateInPlace, " ", s)
writeln(try("#{unknownName}" interpolate) error)
writeln(try("#{x}" interpolateInPlace) error)
