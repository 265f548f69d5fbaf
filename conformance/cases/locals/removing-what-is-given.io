# Slots that each activation begins with can be removed.
o := Object clone do(x := 3)
o withoutCall := method(removeSlot("call"); x)
o withoutCall println
o withoutUpdate := method(removeSlot("updateSlot"); x = 7; x)
o withoutUpdate println
o withoutBoth := method(a := 1; removeSlot("updateSlot"); removeSlot("call"); b := 2; a = 5; x = 8; list(a, b, x))
o withoutBoth println
o inLoop := method(for(i, 1, 3, x = x + i; if(i == 2, removeSlot("updateSlot"))); x)
o inLoop println
