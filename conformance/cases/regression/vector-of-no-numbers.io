# Found by comparing generated programs with the reference: what is no number is the first argument of append, wherever it stands.
e := try(vector(2, "x", 3))
e error println
e := try(vector(nil))
e error println
e := try("ab" asMutable append(67, nil))
e error println
