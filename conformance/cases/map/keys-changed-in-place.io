# divergence: the reference does not find what is put under a key whose letters were changed in place: it keeps the key's old hash.
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
change("abc", message(uppercase))
change("ABC", message(lowercase))
change("abc", message(zero))
change("abc", message(translate("ab", "xy")))
