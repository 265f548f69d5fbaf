# Where guarded primitives go when a program has redefined something they would have used.

Intrinsics clone := method(self cloneWithoutInit `sendInit)

Intrinsics print := method(self asString `writeRaw; self)

Intrinsics println := method(self print; "\n" `writeRaw; self)

Intrinsics concatenate := method(other, self asString `join(other asString))

Intrinsics atInsertSeq := method(index, other, self atInsertSeq(index, other asString))
