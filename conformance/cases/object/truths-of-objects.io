# Objects are true; isNil, isTrue and not are slots.
o := Object clone
writeln(o isNil, o isTrue, o not, o asBoolean, o isError, o or(nil), o and(nil), o and(5))
