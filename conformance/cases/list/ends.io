# first, second, third, last and rest answer nil or an empty list when there is too little.
l := list(1, 2, 3)
writeln(l first, l second, l third, l last, l rest)
writeln(list(1) second, list(1, 2) third, list first, list last, list rest, list(1) rest)
