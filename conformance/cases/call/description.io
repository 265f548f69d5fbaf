# A call describes itself with the receiver's type, the name and the line.
o := Object clone
Kind := Object clone do(m := method(call description))
words := method(s, s splitNoEmpties(" "))
d := words(Kind m)
d slice(0, 2) println
d size println
Kind m beginsWithSeq("Kind m   ") println
Kind m findSeq(".io") isNil println
