# size counts the items.
# divergence: it counts . and .. too
# needs: files
d := Directory with("d") create
File with("d/a.txt") setContents("a")
writeln(d size, " ", d items size)
