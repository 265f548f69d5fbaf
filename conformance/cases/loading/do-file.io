# needs: files
# doFile runs a file in the receiver and answers its last value; return ends the file, break ends the caller's loop.
File with("q.io") setContents("zz := 5; zz + 1")
o := Object clone
writeln(o doFile("q.io"), " ", o zz, " ", o hasLocalSlot("zz"), " ", Lobby hasLocalSlot("zz"), " ", o doFile("q.io", list(1)))
run := method(text, File with("q.io") setContents(text); doFile("q.io"))
writeln(run("thisMessage label"), " ", run("return 7; 8"), " ", run(""), " ", run("isLaunchScript"), " ", isLaunchScript)
File with("q.io") setContents("break"); writeln(for(i, 1, 3, doFile("q.io"); write(i)))
Directory with("sub") create
File with("sub/q.io") setContents("doRelativeFile(\"r.io\") + relativeDoFile(\"r.io\")"); File with("sub/r.io") setContents("77")
writeln(doFile("sub/q.io"))
writeln(try(doFile("nope.io")) error, "; ", try(doFile(5)) error, "; ", try(doFile) error, "; ", try(run("foo2")) error)
File with("l.io") setContents("writeln(System launchScript, \" \", isLaunchScript); 5")
writeln(launchFile("l.io"))
