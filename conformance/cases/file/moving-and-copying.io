# moveTo renames, copyToPath copies.
# needs: files
File with("a.txt") setContents("abc")
File with("a.txt") copyToPath("b.txt")
writeln(File with("b.txt") contents, File with("a.txt") exists)
File with("a.txt") moveTo("c.txt")
writeln(File with("a.txt") exists, File with("c.txt") contents)
