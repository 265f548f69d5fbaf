# Starts, says a word, ends: the whole program as its user sees it. Our own machines run as programs of their own here.
# measures: start
# metric: startup
# unit: ns
# expect: hello
# geomean: no

"hello" println
