# abs and negate; a leading minus takes the whole chain that follows.
writeln((-5) abs, " ", 5 abs, " ", 0 abs, " ", (-0.25) abs)
writeln(5 negate, " ", (-5) negate, " ", 0 negate)
writeln(-5 abs, " ", -5 negate)
