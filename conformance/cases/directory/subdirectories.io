# createSubdirectory makes a directory inside.
# needs: files
d := Directory with("d") create
s := d createSubdirectory("sub")
writeln(s type, " ", Directory with("d/sub") exists, " ", d createSubdirectory("sub") type)
writeln(Directory with("d/sub") parentDirectory name)
