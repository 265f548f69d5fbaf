# A method's value is its last expression's; without a body nil.
f := method()
g := method(1; 2; 3)
h := method(x := 5)
writeln(f, g, h)
