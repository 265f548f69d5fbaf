# asString shows the own slots in order of name; a keyword selects some.
o := Object clone do(foo := method(x, 1); a := 1; b := "x"; averyveryverylongname := list(1, "q"))
lines := o asString split("\n")
writeln(lines first beginsWithSeq(" Object_0x"), lines first endsWithSeq(":"))
writeln(lines rest join("\n"))
writeln(o slotSummary("oo") split("\n") rest join("|"), o slotSummary("A") split("\n") rest join("|"))
o type := "Thing"
writeln(o asString split("_") first, o asSimpleString split("_") first)
