# updateSlot asks whether the slot is there when the value is known.
o := Object clone
o a := 1
p := o clone
update := method(who, who a = (who setProto(Object); 5))
try(update(p)) error println
q := o clone
try(q a = (o removeSlot("a"); 6)) error println
q hasLocalSlot("a") println
nothing := nil
a := nil
try(nothing a = nothing setProto) error println
