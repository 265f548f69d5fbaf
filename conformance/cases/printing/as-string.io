# A custom asString is used by print, println, write, .., join and interpolate.
o := Object clone do(asString := method("I am o"))
o println
o print; writeln
writeln(o, "!")
("<" .. o .. ">") println
(o .. "!") println
list(o, o) join(",") println
"#{o}" interpolate println
p := o clone
p println
q := Object clone do(asString := "plain value")
q println
writeln(q)
o := Object clone do(print := method("custom print" print; self))
o println
