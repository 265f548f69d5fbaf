# slotNames come in no particular order: sort them.
o := Object clone do(c := 1; a := 2; b := 3)
o slotNames sort println
Map with("z", 1, "y", 2) keys sort println
