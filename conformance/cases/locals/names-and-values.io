# slotNames and slotValues of locals have self, call and updateSlot besides formals and locals.
m := method(a, b := 2; slotNames sort)
writeln(m(1))
m := method(a, slotValues contains(a))
writeln(m("needle"))
