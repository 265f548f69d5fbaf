# fileNamed, directoryNamed and at answer what is inside.
# needs: files
d := Directory with("d") create
File with("d/a.txt") setContents("a")
Directory with("d/sub") create
writeln(d fileNamed("a.txt") contents, d fileNamed("a.txt") type, d directoryNamed("sub") type, d at("a.txt") type, d at("sub") type, d at("none"))
