# A list a hundred thousand deep, as text of every kind.
# limits: time 3s, memory 300M
# ends: normal, exception, memory, output, time

l := list()
100000 repeat(l = list(l))
try(l asString size println)
try(l asSimpleString size println)
try(l asJson size println)
try(l serialized size println)
try(l flatten size println)
try((l == l clone) println)
try(l println)
