# A list that holds itself, as text of every kind.
# limits: time 3s, memory 300M
# ends: normal, exception, memory, time, output

l := list(1)
l append(l)
try(l asString size println)
try(l asSimpleString size println)
try((l == l clone) println)
try(l containsAll(l) println)
try(l flatten)
try(l asJson)
try(l serialized)
try(l println)
try(l hash)
