# needs: files
# popen is not there, reopen wants a File.
writeln(try(File with("a.txt") popen) error)
writeln(try(File with("a.txt") reopen("b")) error)
