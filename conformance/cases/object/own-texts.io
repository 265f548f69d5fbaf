# A program's type, asSimpleString and asString in texts.
o := Object clone do(type := method("Ty" .. "pe"); a := 1)
writeln(o asSimpleString split("_") first, o asString split("_") first)
o := Object clone do(asSimpleString := "SS")
writeln(o asString, Object clone do(in := o) slotSummary("in") split("\n") last isNil)
o := Object clone do(asString := method("as" .. "String"))
o print
o println
writeln(o, "-", o .. "+" .. o)
