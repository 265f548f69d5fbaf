# Dates, owner and rights of a file are answered in their kinds.
# needs: files
File with("a.txt") setContents("abc")
f := File with("a.txt")
writeln(f lastAccessDate type, f lastDataChangeDate type, f lastInfoChangeDate type, f protectionMode type, f userId type, f groupId type)
writeln(f stat type)
