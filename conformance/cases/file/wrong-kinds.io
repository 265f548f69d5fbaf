# Wrong kinds of arguments are named; a file that is not open says so.
# divergence: the reference ends the process
# needs: files
writeln(try(File with("never") readStringOfLength(1)) error)
f := File with("a.txt") openForUpdating
writeln(try(f write(1)) error)
f close
