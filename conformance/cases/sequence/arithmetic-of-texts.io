# Texts are no vectors: that is said before anything is said of the argument.
try("" *) error println
try("a" - nil) error println
try("ab" asMutable *= 2) error println
try("ab" asMutable +=) error println
try("ab" / list(1)) error println
