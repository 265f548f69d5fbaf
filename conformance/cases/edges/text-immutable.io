# Literals cannot be changed in place.
try("  a " strip) error println
("<" .. "  a " asMutable strip .. ">") println
try("abc" appendSeq("d")) error println
"abc" asMutable appendSeq("d") println
try("abc" atPut(0, 65)) error println
