# divergence: entries are in the order in which their keys came; in the reference their order is that of addresses
# What is left keeps its order when an entry goes; a key that comes again comes last.
m := Map with("a", 1, "b", 2, "c", 3, "d", 4)
m removeAt("a") keys println
m values println
m atPut("a", 5) foreach(k, v, write(k, v, " "))
"" println
m removeAt("c") removeAt("b") map(k, v, k .. v) println
m asList println
