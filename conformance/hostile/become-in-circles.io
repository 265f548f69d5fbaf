# Objects that become one another and what they hold.
# limits: time 5s
# ends: normal, exception

a := Object clone
b := Object clone
try(a become(b); b become(a); a become(a))
l := list(1, 2)
try(l foreach(x, l become(Map clone)))
try(Object become(Object clone))
try(Lobby become(Object clone))
try(Number become("x"))
1 + 1
