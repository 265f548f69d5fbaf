# WeakLink answers its object while something else holds it.
o := Object clone
w := WeakLink clone setLink(o)
writeln(WeakLink type, " ", w link == o, " ", WeakLink clone link, " ", w clone link == o, " ", WeakLink clone setLink(5) link)
writeln(w setLink(nil) link, " ", w setLink(o) type)
