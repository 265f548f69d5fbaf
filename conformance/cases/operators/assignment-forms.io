# :=, ::= and = become setSlot, newSlot and updateSlot.
writeln(message(a := 1), " | ", message(a ::= 1), " | ", message(a = 1), " | ", message(A := 1), " | ", message(o a := b c))
