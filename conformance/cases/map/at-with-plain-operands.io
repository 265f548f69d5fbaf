# Reads of maps whose key and default are locals or literals, over and over, while the map, the key and the slot change.
m := Map clone atPut("a", 1) atPut("b", nil) atPut("c", list(1))
reads := method(map, key, missing,
    seen := list
    4 repeat(seen append(map at(key), map at(key, missing), map at("a"), map at("zz", 7), map at("zz", missing)))
    seen unique
)
reads(m, "a", 5) println
reads(m, "b", 5) println
reads(m, "c", "none") println
reads(m, "d", "none") println
reads(m, "d" .. "", nil) println
reads(m, "a" asMutable, 5) println

wrong := method(map, key,
    seen := list
    3 repeat(e := try(map at(key)); seen append(if(e, e error, "no error")))
    seen unique
)
wrong(m, 1) println
wrong(m, nil) println
wrong(m, list("a")) println

key := "a" asMutable
grows := method(map,
    seen := list
    3 repeat(seen append(map at(key)); key appendSeq("a"))
    seen
)
m atPut("aa", 2)
grows(m) println

held := Map clone
held atPut("f", method("a method's answer"))
block2 := method(map, name, map at(name) type)
3 repeat(block2(held, "f") println)

# A default is not evaluated when the key is there; one that has been evaluated is a value.
evaluated := 0
costly := method(evaluated = evaluated + 1; "made")
lazily := method(map, key, map at(key, costly))
4 repeat(lazily(m, "a")); lazily(m, "x") println
evaluated println

mine := Map clone atPut("k", 1)
any := method(map, key, map at(key, 0))
list(any(mine, "k"), any(mine, "l")) println
mine at := method(key, "mine: " .. key)
list(any(mine, "k"), any(mine, "l"), any(m, "a")) println
kinds := list(m, mine, list(1, 2), Map clone)
kinds map(o, try(o at(0)) isNil) println

twice := method(map, key, map at(key))
list(twice(m, "a"), twice(m, "q")) println
Map oldAt := Map getSlot("at")
Map at := method(key, self oldAt(key, "nothing"))
list(twice(m, "a"), twice(m, "q")) println
Map at := Map getSlot("oldAt")
list(twice(m, "a"), twice(m, "q")) println
