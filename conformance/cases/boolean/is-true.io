# and and or answer what the argument's isTrue is.
o := Object clone do(isTrue := false)
writeln(true and(o), nil or(o), 5 and(o), true and(5), nil or(nil), false or(5), true and, nil or)
