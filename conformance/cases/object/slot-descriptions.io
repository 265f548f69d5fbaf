# slotDescriptionMap maps slot names to short texts.
d := Object clone do(a := 1; b := "x"; m := method(p, p); l := list(1)) slotDescriptionMap
d keys sort foreach(k, writeln(k, ": ", d at(k)))
