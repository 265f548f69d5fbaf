# flatten takes the items of lists inside, at any depth.
writeln(list(1, list(2, list(3, list)), 4) flatten, list flatten, list(nil) flatten)
