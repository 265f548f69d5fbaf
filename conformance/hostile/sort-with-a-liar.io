# Comparisons that contradict themselves.
# limits: time 10s
# ends: normal, exception

turn := 0
l := list()
5000 repeat(i, l append(i % 100))
l sortInPlaceBy(block(a, b, turn = turn + 1; turn % 3 == 0))
l sortInPlaceBy(block(a, b, true))
l sortInPlaceBy(block(a, b, nil))
l sortInPlace(x, turn = turn + 1; turn % 7)
try(list(1, "a", nil, list(), Object) sort)
try(l sortInPlaceBy(block(a, b, Exception raise("no"))))
l size println
