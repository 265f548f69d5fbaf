# reverseFindSeq with a position: the last item of what is found is at or before it; the very start is found only from behind.
m := method(other, for(i, -1, 7, write(i, ":", "abcabc" reverseFindSeq(other, i), " ")); writeln)
m("a")
m("bc")
m("ca")
m("abcabc")
m("x")
