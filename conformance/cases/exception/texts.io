# The texts of the machine's errors.
try(1 + "a") error println
try(1 + nil) error println
try(1 + Object clone) error println
try("a" < 1) error println
try(list(1) at("x")) error println
try(setSlot(5, 1)) error println
try(Object setProtos(5)) error println
try(Object getSlot) error println
Dog := Object clone
try(1 + Dog) error println
try(1 * list()) error println
try(Object getSlot("nothing") foo) error println
try(Number getSlot("+") call) error println
try(x = 5) error println
