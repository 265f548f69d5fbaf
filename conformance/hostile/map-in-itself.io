# A map that holds itself, as text of every kind.
# limits: time 3s, memory 300M
# ends: normal, exception, memory, time, output

m := Map clone
m atPut("self", m)
o := Object clone
o me := o
try(m asString)
try(m asSimpleString)
try(m asJson)
try(m asObject)
try(m serialized)
try(m println)
try(o asString)
try(o asJson)
try(o serialized)
try(o println)
try(m == m clone)
