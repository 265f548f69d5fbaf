# A comparison of one's own is used by explicit sends only.
Card := Object clone do(
    rank := 0
    with := method(r, c := Card clone; c rank := r; c)
    == := method(other, rank == other rank)
    compare := method(other, rank compare(other rank))
)
a := Card with(1)
b := Card with(1)
c := Card with(2)
list(a == b, a == c) println
(a != b) println
list(a compare(c), c compare(a)) println
list(a) contains(b) println
list(c, a, b) sortBy(block(x, y, x rank < y rank)) map(rank) println
