# needs: files
# A directory with something in it is not removed as a file.
Directory with("sub") create; File with("sub/x") create
writeln(try(File with("sub") remove) error)
