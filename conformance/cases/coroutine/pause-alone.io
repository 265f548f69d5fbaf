# Who pauses when nothing is left to run gets an exception, which can be caught.
e := try(pause)
e error println
"goes on" println
