# streamTo copies the rest of a file to another.
# needs: files
File with("a.txt") setContents("abcdef")
out := File with("b.txt") openForUpdating
in := File with("a.txt") openForReading
in streamTo(out)
out close
writeln(File with("b.txt") contents)
