# Which arguments are evaluated.
p := method(x, write(x, " "); true)
nil and(p("1")); false and(p("2")); true or(p("3")); 5 or(p("4")); false ifTrue(p("5")); true ifFalse(p("6"))
5 ifNil(p("7")); nil ifNonNil(p("8")); 5 ifNilEval(p("9")); nil ifNonNilEval(p("10"))
true and(p("a")); nil or(p("b")); false or(p("c")); true ifTrue(p("d")); false ifFalse(p("e")); nil ifNil(p("f"))
5 ifNonNil(p("g")); nil ifNilEval(p("h")); 5 ifNonNilEval(p("i")); 5 and(p("j"))
writeln
