# Tries within tries.
e := try(
    inner := try(Exception raise("inner"))
    writeln("caught ", inner error)
    Exception raise("outer")
)
e error println
try(try(try(Exception raise("deep")))) println
e := try(try(Exception raise("1")) catch(Exception, try(Exception raise("2")) catch(Exception, Exception raise("3"))))
e error println
n := 0
20 repeat(try(n = n + 1; Exception raise("again")))
n println
r := method(d, if(d == 0, Exception raise("end"), e := try(r(d - 1)); if(e, Exception raise(e error .. d))))
try(r(5)) error println
