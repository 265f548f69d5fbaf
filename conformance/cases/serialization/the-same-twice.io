# Only what is inside itself is left out: a list that stands in something twice is written twice.
pair := list(1, "a")
list(pair, pair) serialized println
list(pair, list(pair, 2), pair) serialized println
Map with("only", list(pair, pair)) serialized println
doString(list(pair, list(pair), pair) serialized) println
