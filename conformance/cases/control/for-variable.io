# The variable is a slot of the surrounding locals and keeps the last turn's value.
for(x, 0, 10, 5, nil)
x println
for(neverMade, 3, 1, nil)
try(neverMade) error println
for(i, 1, 3, i = i + 1; write(i, " ")); writeln
i println
m := method(for(j, 1, 4, nil); j)
m println
try(j) error println
o := Object clone do(k := "slot of o"; m := method(for(k, 1, 2, nil); list(k, self k)))
o m println
for(i, 1, 2, for(k, 1, 2, write(i, k, " "))); writeln
for(i, 1, 3, i := 10)
i println
