# A literal in a chain is its own value, whatever it is sent to.
5 "b" println
"a" 7 println
list(1) nil println
Object clone "still" size println
o := Object clone
o true println
("a" "b" "c") println
