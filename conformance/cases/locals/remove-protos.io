# removeProto in a method takes a proto off the locals.
m := method(p := Object clone do(zz := 1); appendProto(p); a := hasProto(p); removeProto(p); list(a, hasProto(p)))
writeln(m)
