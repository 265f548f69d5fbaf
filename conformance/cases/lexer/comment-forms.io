# Comments of three kinds, one of them nesting.
1 println // to the end
2 println # to the end
/* a /* b */ c */ 3 println
writeln(1 /* between */ + 2)
