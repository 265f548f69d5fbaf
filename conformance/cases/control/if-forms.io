# if with one, two, three and no arguments.
writeln(if(true, 1, 2), if(false, 1, 2), if(false, 1), if(true), if(nil), if)
writeln(if(0, "yes"), if("", "yes"), if(list, "yes"), if(nil, 1, if(false, 2, 3)))
