# removeSeq removes all items of another list.
writeln(list(1, 2, 3, 2) removeSeq(list(2, 3)), list(1) removeSeq(list), list(1, 1) removeSeq(list(1)))
