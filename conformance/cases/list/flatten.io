# flatten opens lists at any depth.
writeln(list(1, list(2, list(3, list())), list(list(4)), 5) flatten, list() flatten)
