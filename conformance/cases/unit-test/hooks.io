# setUp and tearDown do nothing unless they are defined.
t := UnitTest clone
writeln(t setUp, t tearDown)
