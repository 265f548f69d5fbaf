# create makes an empty file.
# needs: files
f := File with("new.txt") create
writeln(f exists, f size)
