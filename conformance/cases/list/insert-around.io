# insertBefore and insertAfter look for an item; without it they append.
l := list(1, 2, 3)
writeln(l insertBefore("a", 2), l insertAfter("b", 2), l insertBefore("c", 9), l insertAfter("d", 9))
