# needs: files
# foreach visits the remaining bytes, foreachLine the remaining lines.
f := File with("a.txt") setContents("ab\ncd\n")
f openForReading foreach(c, write(c, " ")); writeln
f close openForReading foreach(i, c, write(i, "=", c, " ")); writeln
f close openForReading foreachLine(l, write("[", l, "]")); writeln
f close openForReading foreachLine(i, l, write(i, l, " ")); writeln
f close openForReading; f readLine; f foreachLine(i, l, writeln(i, l))
writeln(f rewind foreach(c, c), " ", f rewind foreach(c, if(c == 98, break(7))), " ", f rewind foreachLine(l, break(9)))
f rewind foreachLine(l, if(l == "ab", continue); writeln(l))
writeln(try(f foreach) error, try(f foreach(c)) error, try(f foreachLine(l)) error)
writeln(try(File with("a.txt") foreachLine(l, l)) error)
