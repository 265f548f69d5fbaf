# raiseFrom records a call.
m := method(Exception raiseFrom(call, "text"))
e := try(m)
writeln(e error, " ", e originalCall type, " ", e originalCall message name)
