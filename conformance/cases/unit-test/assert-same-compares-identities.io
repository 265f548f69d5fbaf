# assertSame and assertNotSame compare identities, equal objects are not enough.
T := UnitTest clone
try(T assertSame(list(1), list(1))) isNil println
try(T assertNotSame(list(1), list(1))) isNil println
a := list(1)
try(T assertSame(a, a)) isNil println
try(T assertNotSame(a, a)) error beginsWithSeq("`a == a` --> ") println
