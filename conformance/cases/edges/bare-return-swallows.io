# A bare return swallows the statements behind it.
m := method(return; 5)
writeln(m)
