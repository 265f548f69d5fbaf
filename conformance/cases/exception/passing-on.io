# pass raises again; on nil it does nothing.
e := try(try(Exception raise("inner")) pass)
writeln(e error, " ", nil pass, " ", nil catch(Exception, writeln("no")))
