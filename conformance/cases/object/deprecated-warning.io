# deprecatedWarning names the method that sends it.
old := method(deprecatedWarning("new"); 5)
older := method(deprecatedWarning; 6)
writeln(old, older)
o := Object clone do(m := method(deprecatedWarning("n")))
writeln(o m == o)
