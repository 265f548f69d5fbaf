# isActivatable, ownsSlots and hasDirtySlot in a method are about the locals.
m := method(list(isActivatable, ownsSlots, argIsActivationRecord(thisLocalContext), argIsCall(call), memorySize type))
writeln(m)
m := method(markClean; a := hasDirtySlot; list(a, hasDirtySlot))
writeln(m last)
