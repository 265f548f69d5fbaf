# needs: files
# write wants Sequences; it converts nothing.
writeln(try(File with("w.txt") openForUpdating write("a", "b", 5)) error)
