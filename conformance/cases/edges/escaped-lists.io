# Nested lists print their items' texts quoted again.
list(list(1)) println
list("a\nb") println
"a\nb" println
list(1, list("a")) println
