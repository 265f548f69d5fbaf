# Comparison by payload, within a kind and across kinds.
list(1 == 1, 1 == 1.0, 1 == 2, 1 != 2, 1 < 2, 2 <= 2, 3 > 4, 4 >= 4) println
list("a" == "a", "a" == "a" asMutable, "a" < "b", "B" < "a", "ab" > "a") println
list(list(1, 2) == list(1, 2), list(1) == list(2), list(1, 2) < list(1, 3)) println
list(1 == "1", nil == false, "abc" == 5, list() == nil) println
list(1 < "a", 1 < nil) println
list(1 compare(2), 2 compare(2), 3 compare(2), "a" compare("b"), list(1) compare(list(1))) println
(Map with("a", 1) == Map with("a", 1)) println
(Map with("a", 1) == Map with("a", 2)) println
try("a" < 1) error println
