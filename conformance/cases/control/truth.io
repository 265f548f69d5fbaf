# nil and false are false, true is true, everything else is asked asBoolean.
truth := method(v, if(v, "true", "false"))
list(truth(nil), truth(false), truth(true)) println
list(truth(0), truth(""), truth(list()), truth(Object clone)) println
list(truth("abc" asNumber), truth(method(1)), truth("false")) println
o := Object clone do(asBoolean := false)
truth(o) println
o := Object clone do(asBoolean := nil)
truth(o) println
o := Object clone do(asBoolean := method(writeln("asked"); true))
truth(o) println
o := Object clone do(isTrue := false)
truth(o) println
n := 3
while(n, n = n - 1; if(n == 0, n = nil))
n println
