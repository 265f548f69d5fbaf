# Equal texts have equal hashes.
writeln("abc" hash == ("a" .. "bc") hash, " ", "abc" hash type)
