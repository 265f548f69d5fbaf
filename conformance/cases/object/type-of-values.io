# A capitalised name marks any value.
Lst := list(1)
Lst type println
Lst clone type println
list(1) type println
Txt := "text" asMutable
Txt type println
Fn := block(1)
Fn type println
block(1) type println
