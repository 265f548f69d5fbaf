# A long string built by appending: time must stay proportional to its length.
# time: 30s
# A machine without amortised appends never ends.
s := Sequence clone
for(i, 1, 100000, s appendSeq("0123456789"))
writeln(s size, " ", s exSlice(-3))
t := Sequence clone
for(i, 1, 100000, t append(65))
t size println
