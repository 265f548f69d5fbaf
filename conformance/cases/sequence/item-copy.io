# itemCopy is mutable and its own.
s := "abc"
t := s itemCopy
t appendSeq("d")
writeln(s, " ", t, " ", t isMutable, " ", s isMutable)
