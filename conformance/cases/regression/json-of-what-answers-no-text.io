# What an item answers to asJson is written even where it is no text.
o := Object clone do(forward := method(5))
list(1, o, "a") asJson println
Map with("a", o) asJson println
p := Object clone do(asJson := method(nil))
list(p) asJson println
p asJson := method(true)
list(p, 2) asJson println
Map with("a", p) asJson println
