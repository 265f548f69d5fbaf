# A SerializationStream collects what is written.
s := SerializationStream clone
s write("a", 1)
writeln(s type)
writeln(list(1, 2) serialized)
