# Objects that are their own protos.
# limits: time 5s
# ends: normal, exception

o := Object clone
o appendProto(o)
try(o unknown)
try(o asString)
try(o println)
try(o slotSummary)
try(o isKindOf(List))
try(o ancestors)
try(o clone unknown)
a := Object clone
b := a clone
a setProtos(list(b, a))
try(a unknown)
try(b asString)
try(b print)
try(a type)
try(a isIdenticalTo(b))
Object appendProto(Lobby)
Object prependProto(o)
o unknown
