# A mutable sequence names the key that it holds when it is asked, whatever it has held before.
change := method(text, body,
    key := text asMutable
    map := Map clone atPut(key, "before")
    found := list(map at(key))
    key doMessage(body)
    found append(map at(key, "missing"))
    map atPut(key, "after")
    found append(map at(key), map size, map keys map(asSymbol) sort)
    found println
)
change("abc", message(appendSeq("d")))
change("abc", message(append(100)))
change("abc", message(atPut(0, 122)))
change("abc", message(atInsertSeq(1, "--")))
change("abc", message(removeAt(0)))
change("abc", message(removeSeq("b")))
change("abc", message(removeSlice(0, 1)))
change("abc", message(replaceSeq("b", "xyz")))
change("abc", message(replaceFirstSeq("c", "")))
change("abc", message(setSize(2)))
change("abc", message(setSize(3)))
change("abc", message(capitalize))
change("abc", message(reverseInPlace))
change("cab", message(sort))
change("  ab ", message(strip))
change("  ab ", message(lstrip))
change("  ab ", message(rstrip))
change("abc", message(copy("other")))
change("abc", message(empty))
change("abc", message(prependSeq("z")))
change("abc", message(removeLast))
change("abc", message(clipBeforeSeq("b")))
change("abc", message(clipAfterSeq("b")))
change("a#{1 + 1}", message(interpolateInPlace))
change("abc", message(escape))
change("a\nc", message(escape))

word := "k" asMutable
map := Map clone
4 repeat(i, map atPut(word, i); word appendSeq("k"))
map keys sort println
word setSize(1)
map at(word) println
words := "one two one three two one" split
counts := Map clone
2 repeat(words foreach(w, counts atPut(w, counts at(w, 0) + 1); w appendSeq("!")))
counts keys sort map(k, k .. counts at(k)) println
words println
