# A method reads inherited slots of an object with thousands of slots of its own, while slots of these names come and go.
Base := Object clone do(inh := 1; inh2 := 2)
Big := Base clone
2000 repeat(i, Big setSlot("s" .. i, i))
Big read := method(inh)
Big add := method(1 + inh2)
30 repeat(r := list(Big read, Big add))
r println
Big inh := 10
Big inh2 := 20
3 repeat(r := list(Big read, Big add))
r println
Big removeSlot("inh"); Big removeSlot("inh2")
3 repeat(r := list(Big read, Big add))
r println
c := Big clone
3 repeat(r := list(c read, c add))
c inh := 5; c inh2 := 6
3 repeat(r := list(c read, c add))
r println
2000 repeat(i, c setSlot("t" .. i, i))
c removeSlot("inh"); 
3 repeat(r := list(c read, c add))
r println
c setSlot("inh", 7)
3 repeat(r := list(c read, c add))
r println
c appendProto(Object clone do(inh := 3))
c removeSlot("inh")
3 repeat(r := list(c read, c add))
r println
c prependProto(Object clone do(inh := 4; inh2 := 44))
3 repeat(r := list(c read, c add))
r println
