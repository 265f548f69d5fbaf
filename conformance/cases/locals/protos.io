# The locals have one proto and answer for themselves when asked for protos.
m := method(list(proto type, protos size, hasProto(Object)))
writeln(m)
m := method(appendProto(Object clone do(zz := 9)); zz)
writeln(m)
m := method(prependProto(Object clone do(zz := 8)); zz)
writeln(m)
