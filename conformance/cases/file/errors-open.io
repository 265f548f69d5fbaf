# needs: files
# Operations an open file refuses.
# divergence: the reference ends the process
f := File with("b.txt") setContents("abc")
f openForReading; writeln(try(f setPosition(-2)) error); writeln(try(f at(-1)) error); writeln(try(f setPosition("a")) error)
writeln(try(f readStringOfLength(-1)) error); f close
Directory with("sub") create; writeln(File with("sub") remove exists)
