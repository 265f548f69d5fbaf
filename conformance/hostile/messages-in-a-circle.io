# Messages that follow themselves.
# limits: time 2s, memory 50M
# ends: normal, exception, memory, time

m := message(a b)
try(m setNext(m))
try(m asString size println)
try(m code)
try(m clone)
try(m last)
try(m asMessageWithEvaluatedArgs)
n := message(f(x))
try(n setArguments(list(n)))
try(n asString)
try(n arguments println)
o := message(nil)
o setNext(o)
try(doMessage(o))
