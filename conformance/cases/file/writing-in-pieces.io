# write takes several sequences and answers the file; it converts nothing.
# needs: files
f := File with("a.txt") openForUpdating
writeln(f write("a", "b", "c") == f)
f close
writeln(File with("a.txt") contents)
