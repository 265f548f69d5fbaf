# pass raises the exception again.
MyError := Exception clone
try(try(Exception raise("in")) pass) error println
e := try(try(MyError raise("x")) catch(List, writeln("no")) pass)
e type println
e error println
nil pass println
try(1) pass println
e := try(try(Exception raise("first")) catch(Exception, Exception raise("second")))
e error println
f := try(Exception raise("same"))
(try(f pass) == f) println
