# A weak link holds what it was given.
o := Object clone
w := WeakLink clone setLink(o)
writeln(w link == o, " ", w setLink(nil) link, " ", WeakLink clone link, " ", w setLink(o) == w)
