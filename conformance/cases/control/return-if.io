# returnIfNonNil returns its receiver from the caller.
m := method(x, x returnIfNonNil; "nil it was")
m(5) println
m(nil) println
m(false) println
k := method(a, b, a returnIfNonNil; b returnIfNonNil; "neither")
list(k(1, 2), k(nil, 2), k(nil, nil)) println
f := method(list(nil, 3, 4) foreach(v, v returnIfNonNil); "none")
f println
