# Functions over all items change the receiver.
show := method(v, v map := nil; writeln(v))
vector(1, 4, 9) sqrt println
vector(-1.5, 2.5) abs println
vector(1.2, 1.7) ceil println
vector(1.2, 1.7) floor println
vector(1, 2, 3) square println
vector(1, -2) negate println
vector(3, 4) normalize println
