# break without brackets breaks with nil.
writeln(loop(break 5), " ", loop(break(5)))
