# ownsSlots and memorySize answer in their kinds.
writeln(Object clone ownsSlots, " ", Object clone do(x := 1) ownsSlots, " ", Object clone memorySize type)
