# divergence: a turn ended by continue yields nil; in the reference its value is whatever was evaluated last somewhere
# foreach with one name gives values; names stay in the sender.
m := Map with("a", 1)
m foreach(k, v, write(k, v, " "))
m foreach(v, write(v))
writeln(" ", k, v, m foreach(k, v, v + 1), m foreach(k, v, continue), m foreach(k, v, break(7)), Map clone foreach(v, v))
f := method(m foreach(k, v, return k); "no")
writeln(f)
sum := 0
Map with("a", 1, "b", 2, "c", 3) foreach(v, sum = sum + v)
writeln(sum)
