# A leading minus takes everything that follows.
writeln(-2 abs, " ", (-2) abs, " ", -3.7 floor, " ", -2 ** 2)
