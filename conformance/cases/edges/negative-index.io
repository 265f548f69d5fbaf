# Negative indexes: lists count from the end when reading, texts do not.
list(1, 2, 3) at(-1) println
try("abc" at(-1)) error println
try(list(1) atPut(-1, 0)) error print
try(list(1, 2, 3) removeAt(-1)) error print
list(1, 2, 3) at(5) println
"abc" at(5) println
