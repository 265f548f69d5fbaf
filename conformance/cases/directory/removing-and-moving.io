# remove deletes an empty directory, moveTo renames.
# needs: files
d := Directory with("d") create
d moveTo("e")
writeln(Directory with("d") exists, Directory with("e") exists)
Directory with("e") remove
writeln(Directory with("e") exists)
