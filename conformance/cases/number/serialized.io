# justSerialized writes the digits to the stream it is given.
o := Object clone do(write := method(x, writeln("got ", x)))
5 justSerialized(o)
1.5 justSerialized(o)
