# divergence: the reference still holds the object for a while
# A collection takes what only the locals of a method that has returned had.
make := method(o := Object clone; WeakLink clone setLink(o))
w := make
Collector collect
w link println
