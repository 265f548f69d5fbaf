# needs: files
# divergence: wide text is written as UTF-8; the reference writes the bytes of its 16 or 32-bit items.
f := File with("u.txt") setContents("é€")
writeln(f contents, " ", f size)
