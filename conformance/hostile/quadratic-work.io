# Work in the square of what fits in memory.
# limits: time 2s, memory 300M
# ends: time, normal, exception

l := list()
200000 repeat(i, l append(i .. ""))
l unique size println
l intersect(l) size println
l difference(l) size println
("ab" repeated(500000)) findSeqs(list("c", "d")) println
("a" repeated(1000000)) occurrencesOfSeq("a" repeated(500000)) println
