# and and or answer true or false, never the operand.
writeln(5 and 6, 5 or 6, nil or 5, nil and 5, (5 and nil), "a" and(list))
