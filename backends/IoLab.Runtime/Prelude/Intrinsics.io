# Where guarded primitives go when a program has redefined something they would have used.

Intrinsics clone := method(self cloneWithoutInit `sendInit)

Intrinsics print := method(write(`getSlot("self")); `getSlot("self"))

Intrinsics println := method(`getSlot("self") print; "\n" `writeRaw; `getSlot("self"))

Intrinsics concatenate := method(other, `getSlot("self") asString `join(`getSlot("other") asString))

Intrinsics atInsertSeq := method(index, other, self atInsertSeq(index, other asString))
