# inlineMethod runs in the receiver itself, without locals.
o := Object clone
o m := inlineMethod(made := 5; made + 1)
writeln(o m, " ", o made, " ", o hasLocalSlot("made"))
