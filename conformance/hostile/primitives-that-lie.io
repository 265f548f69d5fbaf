# What machines ask of objects answers nonsense.
# limits: time 5s
# ends: normal, exception, time, memory

Object asString := 42
Object asSimpleString := nil
Object type := list()
Object forward := nil
Exception error := 42
Exception type := nil
Exception showStack := method(self showStack)
List foreach := method(nil)
Number asString := method(Exception raise("no"))
Sequence asString := method(1)
try(Object println)
try(1 println)
try("x" println)
try(list(1) println)
Exception raise("x")
