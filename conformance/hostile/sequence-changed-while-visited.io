# Texts that change under those who visit them.
# limits: time 2s, memory 50M
# ends: normal, exception, memory, time

s := "some text" asMutable
try(s foreach(i, c, s empty))
s := "some text" asMutable
try(s foreach(i, c, s setItemType("float64")))
s := "some text" asMutable
try(s foreach(i, c, s setSize(1)))
s := "some text" asMutable
s foreach(i, c, s appendSeq("more"))
