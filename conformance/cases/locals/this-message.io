# thisMessage in a method is the message itself.
m := method(thisMessage name)
writeln(m)
