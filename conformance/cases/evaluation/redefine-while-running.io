# A method may replace itself, and slots may change between calls.
o := Object clone
o m := method(self m := method("second"); "first")
o m println
o m println
o v := method("method")
list(o v) println
o v := "value"
list(o v) println
o v = block("block") 
o v type println
p := o clone
p w := method(x)
o x := "from o"
p w println
p x := "from p"
p w println
p removeSlot("x") w println
