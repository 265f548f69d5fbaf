# divergence: UTF-8 items joined with ucs2 or ucs4 items are decoded; the reference takes them for Latin-1
# However they are joined; what is no UTF-8 becomes replacement characters.
show := method(s, writeln(s size, " ", s itemType, " ", s encoding, " ", s))
a := "é" asUTF8
show(a .. "日")
show("日" .. a)
show("日" asMutable appendSeq(a))
show(a asMutable appendSeq("日"))
show("日" asMutable prependSeq(a))
show("日本" asMutable atInsertSeq(1, a))
show(list(a, "日") asString)
show(list("日", a, 1) join("-"))
show(a alignLeft(4, "日"))
show("日日" asMutable replaceSeq("日", a))
show(a escape)
show(a asSimpleString)
show("日" .. (a exSlice(0, 1)))
show(a asUCS4)
writeln(list(a, "日"))
