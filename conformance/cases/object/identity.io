# Identity and comparison without a payload.
a := Object clone
b := Object clone
list(a == a, a == b, a != b, a isIdenticalTo(a), a isIdenticalTo(b)) println
list(a compare(a), (a compare(b)) abs) println
(a compare(b) + b compare(a)) println
list(1 isIdenticalTo(1), "a" isIdenticalTo("a"), "a" isIdenticalTo("a" asMutable)) println
(a uniqueId == a uniqueId) println
(a uniqueId == b uniqueId) println
list(nil isIdenticalTo(nil), nil == nil, nil != false) println
list(a, b) contains(b) println
list(a) contains(b) println
