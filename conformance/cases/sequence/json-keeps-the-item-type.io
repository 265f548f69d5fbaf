# JSON of a text has the text's items, of a list or map the widest of theirs.
list("é" asUTF8, "a" asUTF8, "é", "a", "é\"\n" asUTF8, "日" asUTF8, "日", "a" asUCS4) foreach(s,
    writeln(s asJson itemType, " ", s asJson size, ", in a list ", list(s) asJson itemType, " ", list(s) asJson size)
)
"é" asUTF8 asJson foreach(i, x, writeln(i, " ", x))
list("a", "日" asUTF8) asJson size println
