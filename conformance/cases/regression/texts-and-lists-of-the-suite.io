# Found by the reference's own suite on the guest: asCapitalized keeps mutability and identity, strip takes no nil, appendIfAbsent takes nothing.
s := "Abc"
(s asCapitalized isIdenticalTo(s)) println
("abc" asCapitalized isIdenticalTo(s)) println
"abc" asCapitalized isMutable println
"abc" asMutable asCapitalized isMutable println
"abc" asMutable asUppercase isMutable println
list(1) appendIfAbsent println
try("abc" asMutable strip(nil)) error println
try("abc" asMutable rstrip(nil)) error println
try("abc" asMutable lstrip(5)) error println
