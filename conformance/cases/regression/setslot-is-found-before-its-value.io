# The wasm guest evaluated the value of `o x := value` before it looked whether o has a setSlot: who has none raised another error, and an o with a setSlot
# of its own was given the value in place of the message.
bare := Object clone
bare removeAllProtos
try(bare b := bar) error println
try(bare b := ("evaluated" println; 5)) error println
lazy := Object clone do(setSlot := method("got " .. call message))
(lazy b := bar) println
inMethod := method(o, o b := bar)
inMethod(lazy) println
try(inMethod(bare)) error println
eager := Object clone do(setSlot := method(name, value, "#{name} is #{value}" interpolate println; value))
late := method(o, o c := (o setSlot("d", 1); 2))
late(eager) println
plain := Object clone
late(plain) println
plain slotNames sort println
# Found before the value is there: what the value defines comes too late.
changing := Object clone
assign := method(o, o e := (o setSlot("setSlot", method(name, value, "own" println)); 3))
assign(changing) println
changing getSlot("e") println
