# callWithArgList passes the items of a list.
b := block(x, y, list(x, y))
writeln(b callWithArgList(list(1, 2)), b callWithArgList(list(1)), b callWithArgList(list), b callWithArgList(list(1, 2, 3)))
