# needs: files
# Writing: updating keeps what is there, appending goes to the end, setContents begins anew.
f := File with("a.txt")
writeln(f exists, " ", f mode, " ", f isOpen)
f openForUpdating write("hello ", "world"); writeln(f position, " ", f mode, " ", f close contents)
f openForUpdating write("HE") close; writeln(f contents)
f openForAppending write("!", "?"); writeln(f mode, " ", f close contents)
f openForUpdating atPut(0, 65) close; writeln(f contents)
writeln(f setContents("new") contents, " ", f appendToContents("er") contents, " ", f isOpen)
writeln(f truncateToSize(3) contents, " ", f openForUpdating truncateToSize(2) close size)
writeln(f open isOpen, " ", f flush type, " ", f close close isOpen)
writeln(File with("n.txt") open close exists, " ", File with("m.txt") create exists, " ", f create contents)
writeln(f remove exists, " ", f remove type)
g := File with("c.txt") setContents("xyz") openForReading
writeln(g clone isOpen, " ", g clone path, " ", g setPath("other") readLine, " ", g path)
