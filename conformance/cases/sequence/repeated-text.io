# repeated joins copies; none or a negative count gives an empty text.
writeln("ab" repeated(3), " [", "ab" repeated(0), "] [", "" repeated(5), "]")
