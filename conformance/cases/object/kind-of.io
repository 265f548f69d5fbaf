# isKindOf and ancestors.
A := Object clone
B := A clone
b := B clone
list(b isKindOf(B), b isKindOf(A), b isKindOf(Object), b isKindOf(List), A isKindOf(B), A isKindOf(A)) println
list("a" isKindOf(Sequence), 3 isKindOf(Number), 3 isKindOf(Object), list() isKindOf(List), nil isKindOf(Object)) println
(b ancestors first == b) println
b ancestors slice(0, 4) map(type) println
b ancestors contains(Lobby) println
b ancestorWithSlot("clone") type println
(b contextWithSlot("type") == B) println
b ancestorWithSlot("missing") println
M := Object clone appendProto(A)
M clone isKindOf(A) println
