# A stop that init is told to end with is for whoever clones.
o := Object clone
o init := method(Return return)
k := method(o clone; "goes on" println)
k println
if(try(o clone unknown), "raised" println)
3 repeat(i, i println; o clone; "in the loop" println)
"end" println
