# Exceptions from every kind of place.
try(list(1, 2) map(x, x foo)) error println
try(list(1) foreach(x, x foo)) error println
try(for(i, 1, 3, i foo)) error println
try(block(1 foo) call) error println
try(Object clone do(bar)) error println
try(doString("1 foo")) error println
try(if(nothing, 1)) error println
try(while(nothing, 1)) error println
try(writeln("a", nothing)) error println
try(m := method(a, a); m(nothing)) error println
try(1 perform("foo")) error println
try(Object clone do(init := method(Exception raise("in init"))) clone) error println
try("x" .. (Object clone do(asString := method(Exception raise("in asString"))))) error println
try(list(2, 1) sortBy(block(a, b, a foo))) error println
