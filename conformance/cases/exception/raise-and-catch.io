# catch answers nil when it matched, the exception otherwise.
e := try(Exception raise("text"))
writeln(e error, " ", e type, " ", e catch(Exception, write("caught ")), " ", try(1))
MyError := Exception clone
e := try(MyError raise("mine"))
writeln(e type, " ", e catch(List, writeln("no")) type, " ", e catch(MyError, write("mine ")))
