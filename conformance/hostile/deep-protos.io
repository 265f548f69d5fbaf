# An object with a hundred thousand protos above it.
# limits: time 3s, memory 300M
# ends: normal, exception, memory, time

o := Object clone
100000 repeat(o = o clone)
try(o somethingThatNobodyKnows)
try(o isKindOf(Sequence) println)
try(o ancestors size println)
try(o slotSummary size println)
