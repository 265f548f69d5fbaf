# Puts into maps whose key and value are locals, literals or computed, over and over, while the key and the slot change.
puts := method(map, key, value,
    4 repeat(i, map atPut(key, value) atPut("literal", i) atPut(key .. "!", i + 1))
    map
)
show := method(map, map keys sort map(k, k .. "=" .. map at(k)) println)
show(puts(Map clone, "a", 1))
show(puts(Map clone, "a" asMutable, nil))
show(puts(Map clone, "", "empty"))

m := Map clone
(m atPut("x", 1) == m) println
counted := method(words, counts := Map clone; words foreach(w, counts atPut(w, counts at(w, 0) + 1)); counts)
show(counted("to be or not to be" split))

wrong := method(map, key,
    seen := list
    3 repeat(e := try(map atPut(key, 1)); seen append(if(e, e error, "no error")))
    seen unique
)
wrong(m, 1) println
wrong(m, nil) println
wrong(m, list("a")) println
e := try(3 repeat(m atPut))
e error println
3 repeat(m atPut("alone"))
m at("alone") println
m at("alone", "default") println

key := "k" asMutable
grows := method(map, 3 repeat(map atPut(key, key size); key appendSeq("k")); map)
show(grows(Map clone))
key println

Loud := Map clone do(atPut := method(k, v, resend; writeln("put ", k); self))
show(puts(Loud clone, "b", 2))

evaluated := list
value := method(v, evaluated append(v); v)
3 repeat(i, m atPut(value("k" .. i), value(i)))
evaluated println

outer := Map clone
3 repeat(i, outer atPut("m" .. i, Map clone atPut("i", i)))
outer values map(at("i")) sort println
outer size println
