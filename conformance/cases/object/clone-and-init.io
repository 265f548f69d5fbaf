# clone sends init to the clone, cloneWithoutInit does not.
A := Object clone do(init := method(self n := 5; self))
A n := 1
writeln(A clone n, " ", A cloneWithoutInit n, " ", A cloneWithoutInit hasLocalSlot("n"))
writeln(Object init == Object, " ", Object clone type)
